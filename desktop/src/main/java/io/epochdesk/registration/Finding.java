package io.epochdesk.registration;

import java.util.List;
import java.util.Map;

/**
 * What a check came to.
 *
 * @param check what was checked
 * @param verdict what it came to
 * @param facts the facts for the sentence, by placeholder name
 * @param evidence what it rests on: values with source, height and time
 */
public record Finding(
        Check check, Verdict verdict, Map<String, String> facts, List<Evidence> evidence) {

    public Finding {
        facts = Map.copyOf(facts);
        evidence = List.copyOf(evidence);
    }
}
