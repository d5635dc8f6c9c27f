package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.Disqualification;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.rehearsal.RehearsalPhase;
import io.epochdesk.rehearsal.play.CastSize;
import io.epochdesk.verify.EpochReport;
import io.epochdesk.verify.EpochVerifier;
import io.epochdesk.verify.EvidenceReader;
import io.epochdesk.verify.Finding;

import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What a rehearsal's nodes deal and vote, verified over its wire as any other network's past. */
@BesideOthers
final class RehearsalVerifyTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource("disqualified-dealer, 1")
    void aRehearsedEpochHolds(String scenario, int out) throws IOException {
        RehearsalOptions options = RehearsalOptions.usual().playing(scenario).sized(CastSize.SMALL);
        try (Rehearsal rehearsal = Rehearsal.start(options)) {
            reach(rehearsal, RehearsalPhase.COMMITTED);
            long counter = rehearsal.controls().state().current().counter() + 1;
            try (FlowNetwork network = GrpcFlowNetwork.open(rehearsal.profile())) {
                // what committed the epoch has to be sealed
                EpochReport report =
                        Awaitility.await()
                                .atMost(LONG)
                                .until(
                                        () -> report(network, counter),
                                        told -> kinds(told).contains(Finding.Kind.END_NOT_FOUND));
                assertThat(kinds(report))
                        .contains(
                                Finding.Kind.CERTIFICATES_HOLD,
                                Finding.Kind.COMMITTED_KEYS_AGREE,
                                Finding.Kind.METADATA_AGREES);
                assertThat(report.has(Finding.Outcome.FAILS)).isFalse();
                assertThat(
                                Objects.requireNonNull(report.dkg()).judgement().dealers().stream()
                                        .map(DealerJudgement::disqualification)
                                        .filter(Objects::nonNull)
                                        .map(Disqualification::reason))
                        .hasSize(out)
                        .allMatch(reason -> reason == Disqualification.Reason.UNANSWERED);

                reach(rehearsal, RehearsalPhase.STAKING_AUCTION);
                // what ended the epoch has to be sealed
                Awaitility.await()
                        .atMost(LONG)
                        .untilAsserted(
                                () ->
                                        assertThat(report(network, counter).findings())
                                                .extracting(found -> found.kind().outcome())
                                                .containsOnly(Finding.Outcome.HOLDS));
                assertThat(report(network, counter).findings().getLast().kind())
                        .isEqualTo(Finding.Kind.END_AGREES);
            }
        }
    }

    private static void reach(Rehearsal rehearsal, RehearsalPhase phase) {
        rehearsal.controls().jump(phase);
        Awaitility.await()
                .atMost(LONG)
                .until(() -> rehearsal.controls().state().current().phase() == phase);
    }

    private static List<Finding.Kind> kinds(EpochReport report) {
        return report.findings().stream().map(Finding::kind).toList();
    }

    private static EpochReport report(FlowNetwork network, long counter) {
        return new EpochVerifier(new EvidenceReader(network, (_, _) -> {}).read(counter)).verify();
    }
}
