package io.epochdesk.doctor;

import java.util.List;
import java.util.Map;

/**
 * Something the doctor found. The sentence stands in {@code text/doctor.properties}.
 *
 * @param check what was looked at; has the code
 * @param severity how much it matters
 * @param facts the facts for the sentence, by placeholder name
 * @param evidence what it rests on
 * @param consequence what comes of it if nothing is done
 * @param remedies the next step, the best one first; empty when there is nothing to do
 */
public record Finding(
        Check check,
        Severity severity,
        Map<String, String> facts,
        List<Evidence> evidence,
        Consequence consequence,
        List<Remedy> remedies) {

    /** Parts of the chain that are read for an examination. */
    public enum Part {
        NODE_TABLE,
        MACHINE_ACCOUNT,
        FEES,
        COLLECTION,
        SEQUENCE_NUMBERS,
        EPOCH
    }

    public Finding {
        facts = Map.copyOf(facts);
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
    }
}
