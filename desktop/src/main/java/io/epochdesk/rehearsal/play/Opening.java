package io.epochdesk.rehearsal.play;

import io.epochdesk.rehearsal.model.Epoch;
import io.epochdesk.rehearsal.model.EpochMetadata;
import io.epochdesk.rehearsal.model.EpochTiming;
import io.epochdesk.rehearsal.model.FeeParameters;
import io.epochdesk.rehearsal.model.Genesis;
import io.epochdesk.rehearsal.model.StakingTable;
import io.epochdesk.rehearsal.model.UFix64;
import io.epochdesk.rehearsal.model.World;

import java.time.Instant;
import java.util.List;

/** The world a play begins with, and the block it begins at. */
final class Opening {

    static final String CHAIN_ID = "flow-rehearsal";

    private static final long COUNTER = 214;
    private static final long FIRST_VIEW = 5_000_000;
    private static final long ROOT_HEIGHT = 90_000_000;

    /** Views left of the auction when a play begins shortly before setup. */
    private static final long LEAD = 300;

    private final Scenario scenario;
    private final Calendar calendar;
    private final Cast cast;

    Opening(Scenario scenario, Calendar calendar, Cast cast) {
        this.scenario = scenario;
        this.calendar = calendar;
        this.cast = cast;
    }

    /** Height of the first block. */
    long rootHeight() {
        return ROOT_HEIGHT;
    }

    /** View of the first block. */
    long rootView() {
        long into = scenario.begin() == Scenario.Begin.AUCTION ? LEAD : calendar.auction() - LEAD;
        return firstView() + into;
    }

    /**
     * The world.
     *
     * @param now when the play begins; target ends follow from it
     */
    World world(Instant now) {
        long left = firstView() + calendar.epoch() - rootView();
        long end = now.plus(Calendar.VIEW.multipliedBy(left)).getEpochSecond();
        Genesis genesis =
                new Genesis()
                        .chainId(CHAIN_ID)
                        .config(
                                calendar.config(
                                        scenario.size().clusters(), UFix64.of("0.00093871")))
                        .timing(new EpochTiming(calendar.seconds(), COUNTER, end))
                        .epoch(COUNTER, firstView())
                        .fees(FeeParameters.mainnet())
                        .rewards(true, UFix64.of("1370000.0"))
                        .safeThreshold(UFix64.of("0.7"));
        cast.enter(genesis);
        World world = withPracticeApproved(genesis.world());
        return scenario.reset() ? afterReset(world) : world;
    }

    private long firstView() {
        return scenario.reset() ? 0 : FIRST_VIEW;
    }

    /** Governance has approved the operator's nodes before they are registered. */
    private World withPracticeApproved(World world) {
        StakingTable table = world.staking();
        var approved = table.approved();
        for (CastNode node : cast.practiceNodes()) {
            approved = approved.with(node.id(), true);
        }
        return world.with(table.approving(approved));
    }

    /**
     * {@code resetEpoch} jumps: the epoch before the last is known, with views of another spork.
     */
    private World afterReset(World world) {
        Epoch epoch = world.epoch();
        EpochMetadata before =
                new EpochMetadata(
                        COUNTER - 2,
                        "0".repeat(32),
                        90_000_000,
                        90_000_000 + calendar.epoch() - 1,
                        90_000_000 + calendar.auction() - 1,
                        0,
                        List.of(),
                        true,
                        List.of(),
                        List.of(),
                        List.of());
        return world.with(
                new Epoch(
                        epoch.counter(),
                        epoch.phase(),
                        epoch.metadata().with(before.counter(), before),
                        epoch.config(),
                        epoch.timing(),
                        epoch.automaticRewards()));
    }
}
