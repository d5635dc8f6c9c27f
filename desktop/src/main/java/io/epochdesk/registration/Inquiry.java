package io.epochdesk.registration;

import io.epochdesk.fault.Fault;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.network.NetworkProfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What rules know, and where they put what they find. */
final class Inquiry {

    /** What is written into evidence where the chain said something, and not a value of a flow. */
    private static final String ENTERED = "as entered";

    final FlowKind kind;
    final Values values;
    final Circumstances chain;
    final NetworkProfile network;

    /** Public keys at hand, by index on the account; empty when others will sign. */
    final Map<Integer, AccountPublicKey> keysAtHand;

    private final Provenance provenance;
    private final List<Finding> findings = new ArrayList<>();

    Inquiry(
            FlowKind kind,
            Values values,
            Reading<Circumstances> reading,
            NetworkProfile network,
            Map<Integer, AccountPublicKey> keysAtHand) {
        this.kind = kind;
        this.values = values;
        this.chain = reading.value();
        this.provenance = reading.provenance();
        this.network = network;
        this.keysAtHand = Map.copyOf(keysAtHand);
    }

    /** Whether a field has its form, so that rules may read it. */
    boolean has(Field field) {
        return values.problem(field).isEmpty();
    }

    /** Something the chain told. */
    Evidence told(String what, Object value, String source) {
        return new Evidence(what, value.toString(), source, provenance);
    }

    /** Something that was entered. */
    Evidence entered(Field field) {
        return new Evidence(field.name(), values.text(field), ENTERED, null);
    }

    /** Notes what a check came to. */
    void find(Check check, Verdict verdict, List<Evidence> evidence, String... facts) {
        findings.add(new Finding(check, verdict, Fault.facts(facts), evidence));
    }

    /** Notes a check that is either as it must be, or stops the flow. */
    void must(Check check, boolean holds, List<Evidence> evidence, String... facts) {
        find(check, holds ? Verdict.FIT : Verdict.UNFIT, evidence, facts);
    }

    /** Takes over what was found elsewhere. */
    void add(Finding finding) {
        findings.add(finding);
    }

    Preflight preflight() {
        return new Preflight(findings, provenance);
    }
}
