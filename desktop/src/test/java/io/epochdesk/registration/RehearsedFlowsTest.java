package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.KeySigner;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.bootstrap.FoundNode;
import io.epochdesk.keys.bootstrap.PublicNodeInfo;
import io.epochdesk.rehearsal.PracticeFolder;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Flows run to their end on the embedded network. */
@Timeout(60)
class RehearsedFlowsTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void aCollectionIsSetUpANodeRegisteredAndItsMachineAccountFunded()
            throws IOException, InterruptedException {
        try (Rehearsal rehearsal =
                        Rehearsal.start(RehearsalOptions.usual().playing("registration").at(200));
                AccountPrivateKey key = rehearsal.operatorKey();
                Desk desk = Desk.open(rehearsal.profile(), folder)) {
            KeyRing ring =
                    (network, account, index) ->
                            new KeySigner(network, key, HashAlgorithm.SHA3_256);
            Flow collection = begun(desk, FlowKind.SET_UP_COLLECTION, rehearsal.operator());
            run(collection, ring);
            assertThat(collection.prove().isComplete()).isTrue();

            Flow register = begun(desk, FlowKind.REGISTER_NODE, rehearsal.operator());
            fill(register, rehearsal.practiceFolders().getFirst());
            register.enter(Field.STAKE, "250000");
            run(register, ring);
            Proof proof = register.prove();
            assertThat(proof.items().stream().filter(item -> !item.shown()).map(Proof.Item::what))
                    .containsExactly(Proof.What.DOCTOR);

            Flow fund = begun(desk, FlowKind.FUND, rehearsal.operator());
            fund.enter(
                    Field.RECIPIENT,
                    Objects.requireNonNull(
                            register.record().results().get(FlowRecord.Result.MACHINE_ACCOUNT)));
            fund.enter(Field.AMOUNT, "0.75");
            run(fund, ring);
            assertThat(fund.prove().isComplete()).isTrue();
        }
    }

    private static Flow begun(Desk desk, FlowKind kind, FlowAddress account) {
        Flow flow = desk.flows().begin(kind);
        flow.enter(Field.ACCOUNT, account.toString());
        flow.enter(Field.SIGNING_KEYS, "0");
        return flow;
    }

    private void fill(Flow flow, PracticeFolder practice) throws IOException {
        Path place = folder.resolve(practice.nodeId());
        practice.write(place);
        try (BootstrapFindings findings = new BootstrapFolder().look(place)) {
            FoundNode node = findings.nodes().getFirst();
            PublicNodeInfo info = Objects.requireNonNull(node.info());
            flow.enter(info, place.toString());
            flow.enter(
                    Map.of(
                            Field.MACHINE_KEY,
                            Objects.requireNonNull(node.key()).publicKey().hex(),
                            Field.KEY_SIGNATURE,
                            "ECDSA_P256",
                            Field.KEY_HASH,
                            "SHA3_256"),
                    place.toString());
        }
    }

    private static void run(Flow flow, KeyRing ring) throws InterruptedException {
        assertThat(flow.problems()).isEmpty();
        Preflight preflight = flow.check();
        assertThat(preflight.unfit()).isEmpty();
        flow.accept(preflight.atRisk().stream().map(Finding::check).collect(Collectors.toSet()));
        Review review = flow.review();
        assertThat(review.dryRun().kind()).isNotEqualTo(DryRunOutcome.Kind.REFUSED);
        var _ = flow.sign(ring);
        flow.send();
        assertThat(flow.track().kind()).isEqualTo(Ending.Kind.SUCCEEDED);
        assertThat(flow.step()).isEqualTo(Step.PROOF);
    }
}
