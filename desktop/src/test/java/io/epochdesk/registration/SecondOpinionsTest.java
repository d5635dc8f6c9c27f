package io.epochdesk.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.live.Reading;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.Transport;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@Timeout(60)
class SecondOpinionsTest {

    @TempDir private Path folder = Path.of("");

    /** A node that is not on this machine as far as anybody can tell, and proves nothing. */
    private static AccessNode unproven(String name) {
        return new AccessNode(name, "access.example.com", 9000, new Transport.Plaintext());
    }

    private static AccessNode real(Rehearsal rehearsal) {
        return rehearsal.profile().nodes().getFirst();
    }

    @Test
    void anotherNodeIsAskedTheSameAtTheSameHeight() throws IOException {
        try (Rehearsal rehearsal =
                        Rehearsal.start(RehearsalOptions.usual().playing("registration"));
                Desk desk = Desk.open(rehearsal.profile(), folder)) {
            CircumstancesReader.Question question =
                    new CircumstancesReader.Question(
                            rehearsal.operator(), List.of(), List.of(), "", "", "");
            CircumstancesReader reader = new CircumstancesReader(desk.network().scripts());
            var reading = reader.read(question);

            assertThat(opinion(desk, question, reading))
                    .as("a node on this machine needs no second one")
                    .isEmpty();

            NetworkProfile two =
                    rehearsal.profile().withNodes(List.of(unproven("first"), real(rehearsal)));
            desk.network().pretend(two, unproven("first"));
            Finding agreed = opinion(desk, question, reading).orElseThrow();
            assertThat(agreed.verdict()).isEqualTo(Verdict.FIT);
            assertThat(agreed.evidence().getFirst().provenance())
                    .extracting(provenance -> provenance.height())
                    .isEqualTo(reading.provenance().height());

            var lied =
                    reading.map(
                            told ->
                                    new Circumstances(
                                            FlowAddress.of("f8d6e0586b0a20c7"),
                                            told.view(),
                                            told.phase(),
                                            told.counter(),
                                            told.stakingEndView() + 1,
                                            told.votingInProgress(),
                                            told.dkgEnabled(),
                                            told.fees(),
                                            told.accounts(),
                                            told.collection(),
                                            told.table(),
                                            told.addressClaimed(),
                                            told.networkingKeyClaimed(),
                                            told.stakingKeyClaimed(),
                                            told.parts(),
                                            told.purse()));
            assertThat(opinion(desk, question, lied).orElseThrow().verdict())
                    .isEqualTo(Verdict.UNFIT);

            NetworkProfile one = rehearsal.profile().withNodes(List.of(unproven("first")));
            desk.network().pretend(one, unproven("first"));
            assertThat(opinion(desk, question, reading).orElseThrow().verdict())
                    .as("the operator is asked")
                    .isEqualTo(Verdict.AT_RISK);
        }
    }

    private static Optional<Finding> opinion(
            Desk desk, CircumstancesReader.Question question, Reading<Circumstances> reading) {
        return new SecondOpinions(GrpcFlowNetwork::open).of(desk.network(), question, reading);
    }
}
