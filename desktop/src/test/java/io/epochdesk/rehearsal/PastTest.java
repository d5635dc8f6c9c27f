package io.epochdesk.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.board.Board.Interest;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.LiveBoard;
import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.Shape;
import io.epochdesk.epoch.AnnouncementFinder;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochAnnouncement;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.epoch.RateReader;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.rehearsal.play.CastSize;
import io.epochdesk.verify.EpochReport;
import io.epochdesk.verify.EpochVerifier;
import io.epochdesk.verify.EvidenceReader;
import io.epochdesk.verify.Finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A rehearsal has a past, found by the console's own client as any network's. */
@BesideOthers
final class PastTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final double VIEWS_A_SECOND = 1.25;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"happy-path, 60", "registration, 600"})
    void deadlinesAndViewRateAreKnownWithoutWaiting(String scenario, int speed) throws Exception {
        RehearsalOptions options =
                RehearsalOptions.usual().playing(scenario).sized(CastSize.SMALL).at(speed);
        try (Rehearsal rehearsal = Rehearsal.start(options);
                GrpcFlowNetwork network = GrpcFlowNetwork.open(rehearsal.profile())) {
            // no block comes any more: whatever is known is known from the past
            rehearsal.controls().pause();
            try (LiveBoard board =
                    new LiveBoard(
                            network,
                            new ClockPulse("looks"),
                            new ClockPulse("errands"),
                            Clock.systemUTC(),
                            folder)) {
                board.hold(Interest.values());
                await().atMost(LONG).until(() -> isKnown(board.snapshot().current()));
                BoardSnapshot now = board.snapshot().current();
                EpochState epoch = now.epoch().value().orElseThrow();
                DkgDeadlines deadlines = now.deadlines().value().orElseThrow();

                assertThat(deadlines.origin()).isEqualTo(DkgDeadlines.Origin.EVENT);
                assertThat(deadlines.phase1()).isEqualTo(epoch.stakingEndView() + 4_000);
                assertThat(deadlines.phase3()).isEqualTo(epoch.stakingEndView() + 12_000);
                assertThat(now.outlook().value().orElseThrow().viewRate().orElseThrow())
                        .isBetween(0.9 * VIEWS_A_SECOND * speed, 1.1 * VIEWS_A_SECOND * speed);
            }
        }
    }

    private static boolean isKnown(BoardSnapshot now) {
        return now.deadlines().value().isPresent()
                && now.outlook()
                        .value()
                        .map(outlook -> outlook.viewRate().isPresent())
                        .orElse(false);
    }

    @Test
    void theAnnouncementNamesWhoTakesPartInThePresentEpoch() throws Exception {
        RehearsalOptions options = RehearsalOptions.usual().sized(CastSize.SMALL);
        try (Rehearsal rehearsal = Rehearsal.start(options);
                GrpcFlowNetwork network = GrpcFlowNetwork.open(rehearsal.profile())) {
            long counter = rehearsal.controls().state().current().counter();
            EpochAnnouncement told =
                    new AnnouncementFinder(network)
                            .find(counter, 5_000_000)
                            .map(event -> new CadenceDecoder().decode(event.payload()))
                            .map(value -> EpochAnnouncement.read(Shape.of(value, "EpochSetup")))
                            .orElseThrow();

            assertThat(told.recovery()).isFalse();
            assertThat(told.firstView()).isEqualTo(5_000_000);
            assertThat(told.canonicalCommittee()).hasSize(CastSize.SMALL.nodes(2));
            assertThat(told.clusters())
                    .hasSize(CastSize.SMALL.clusters())
                    .flatExtracting(cluster -> cluster.weights().keySet())
                    .hasSize(CastSize.SMALL.nodes(1))
                    .doesNotHaveDuplicates();
        }
    }

    /** So verification finds an empty board and no commitment, and calls neither good. */
    @Test
    void ofThePresentEpochsPreparationThereIsOnlyTheAnnouncement() throws Exception {
        RehearsalOptions options =
                RehearsalOptions.usual().playing("registration").sized(CastSize.SMALL);
        try (Rehearsal rehearsal = Rehearsal.start(options);
                GrpcFlowNetwork network = GrpcFlowNetwork.open(rehearsal.profile())) {
            long counter = rehearsal.controls().state().current().counter();
            EpochReport report =
                    new EpochVerifier(new EvidenceReader(network, (_, _) -> {}).read(counter))
                            .verify();

            assertThat(report.findings())
                    .extracting(Finding::kind)
                    .containsExactly(
                            Finding.Kind.STAKING_KEYS_VALID,
                            Finding.Kind.CLUSTERS_COMPLETE,
                            Finding.Kind.BOARD_GIVES_NONE,
                            Finding.Kind.NOT_COMMITTED);
        }
    }

    /** Nothing announces what a spork reset: the console has to compute, and says so. */
    @Test
    void afterASporkThatResetTheEpochThereIsNoPast() throws Exception {
        RehearsalOptions options =
                RehearsalOptions.usual().playing("spork-reset").sized(CastSize.SMALL);
        try (Rehearsal rehearsal = Rehearsal.start(options);
                GrpcFlowNetwork network = GrpcFlowNetwork.open(rehearsal.profile())) {
            long counter = rehearsal.controls().state().current().counter();

            assertThat(new AnnouncementFinder(network).find(counter, 0)).isEmpty();
            assertThat(new RateReader(network.blocks()).read().perSecond()).isEmpty();
        }
    }
}
