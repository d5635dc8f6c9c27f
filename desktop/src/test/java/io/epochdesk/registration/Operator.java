package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.KeySigner;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.bootstrap.FoundNode;
import io.epochdesk.rehearsal.PracticeFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Whoever sits before the console: has keys, fills values in, agrees to risks, goes through steps.
 */
final class Operator implements KeyRing {

    private final Map<String, AccountPrivateKey> keys = new HashMap<>();
    private final Runnable beforeSending;

    Operator() {
        this(() -> {});
    }

    /** Does something each time before a transaction is made and sent. */
    Operator(Runnable beforeSending) {
        this.beforeSending = beforeSending;
    }

    /** Holds a key of an account; the key stays its owner's. */
    Operator holding(FlowAddress account, int index, AccountPrivateKey key) {
        keys.put(account + "/" + index, key);
        return this;
    }

    @Override
    public KeySigner signer(String network, FlowAddress account, int keyIndex) {
        return new KeySigner(
                network,
                Objects.requireNonNull(keys.get(account + "/" + keyIndex), "no such key"),
                HashAlgorithm.SHA3_256);
    }

    /** A flow with its account and one signing key. */
    static Flow begin(Desk desk, FlowKind kind, FlowAddress account) {
        Flow flow = desk.flows().begin(kind);
        flow.enter(Field.ACCOUNT, account.toString());
        flow.enter(Field.SIGNING_KEYS, "0");
        return flow;
    }

    /** What a bootstrap folder tells. */
    static void fill(Flow flow, PracticeFolder practice, Path under) throws IOException {
        Path place = under.resolve(practice.nodeId());
        practice.write(place);
        fill(flow, place);
    }

    /** What a bootstrap folder tells. */
    static void fill(Flow flow, Path place) {
        try (BootstrapFindings findings = new BootstrapFolder().look(place)) {
            FoundNode node = findings.nodes().getFirst();
            Map<Field, String> values = FolderValues.of(node);
            values.keySet().retainAll(flow.kind().fields());
            flow.enter(values, place.toString());
        }
    }

    /** The machine account's key. */
    static void enterKey(Flow flow, AccountPrivateKey key) {
        flow.enter(
                Map.of(
                        Field.MACHINE_KEY,
                        key.publicKey().hex(),
                        Field.KEY_SIGNATURE,
                        key.algorithm().name(),
                        Field.KEY_HASH,
                        "SHA3_256"),
                "");
    }

    /** Checks, and agrees to every risk. */
    static Preflight pass(Flow flow) {
        assertThat(flow.problems()).isEmpty();
        Preflight preflight = flow.check();
        assertThat(preflight.unfit()).isEmpty();
        flow.accept(preflight.atRisk().stream().map(Finding::check).collect(Collectors.toSet()));
        return preflight;
    }

    /** Everything up to the handed-in transaction. */
    void send(Flow flow) {
        beforeSending.run();
        pass(flow);
        Review review = flow.review();
        assertThat(review.dryRun().kind()).isNotEqualTo(DryRunOutcome.Kind.REFUSED);
        if (flow.kind().isExpert()) {
            flow.confirmNode(flow.values().text(Field.NODE_ID));
        }
        var _ = flow.sign(this);
        flow.send();
    }

    /** From wherever the flow stands until its first transaction was carried out. */
    void finish(Flow flow) throws InterruptedException {
        for (int attempt = 0; flow.step().compareTo(Step.TRACK) <= 0; attempt++) {
            assertThat(attempt).as("attempts").isLessThan(6);
            if (flow.step() == Step.TRACK) {
                var _ = flow.track();
            } else {
                send(flow);
            }
        }
    }
}
