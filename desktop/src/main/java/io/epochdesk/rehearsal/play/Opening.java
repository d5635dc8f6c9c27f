package io.epochdesk.rehearsal.play;

import io.epochdesk.rehearsal.chain.Past;
import io.epochdesk.rehearsal.model.Epoch;
import io.epochdesk.rehearsal.model.EpochMetadata;
import io.epochdesk.rehearsal.model.EpochTiming;
import io.epochdesk.rehearsal.model.FeeParameters;
import io.epochdesk.rehearsal.model.Genesis;
import io.epochdesk.rehearsal.model.Moment;
import io.epochdesk.rehearsal.model.PresentEpoch;
import io.epochdesk.rehearsal.model.StakingTable;
import io.epochdesk.rehearsal.model.UFix64;
import io.epochdesk.rehearsal.model.World;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How a play begins: the world, the block it begins at, and what was before. */
final class Opening {

    /**
     * A beginning.
     *
     * @param height of the first block that is made
     * @param view of that block
     * @param past what was before: back to the {@code EpochSetup} of the present epoch, and a
     *     little further; none after a spork that reset the epoch, which nothing announced
     */
    record Beginning(World world, long height, long view, Past past) {}

    static final String CHAIN_ID = "flow-rehearsal";

    private static final long COUNTER = 214;
    private static final long FIRST_VIEW = 5_000_000;
    private static final long ROOT_HEIGHT = 90_000_000;

    /** Views left of the auction when a play begins shortly before setup. */
    private static final long LEAD = 300;

    /** Views from the root block to the announcement of the present epoch. */
    private static final long BEFORE_ANNOUNCEMENT = 1_000;

    private static final int RANDOM_BYTES = 32;

    private final Seed seed;
    private final Scenario scenario;
    private final Calendar calendar;
    private final Cast cast;

    Opening(Seed seed, Scenario scenario, Calendar calendar, Cast cast) {
        this.seed = seed;
        this.scenario = scenario;
        this.calendar = calendar;
        this.cast = cast;
    }

    /**
     * The beginning.
     *
     * @param now when the play begins; target ends follow from it
     * @param speed how many times as fast as mainnet it has been and will be
     */
    Beginning at(Instant now, int speed) {
        World world = world(now);
        if (scenario.reset()) {
            return new Beginning(afterReset(world), ROOT_HEIGHT, view(), Past.NONE);
        }
        EpochMetadata before = known(COUNTER - 1, firstView() - calendar.epoch());
        long views = view() - before.stakingEndView();
        long told = Past.blocksWithin(views);
        long blocks = Past.blocksWithin(views + BEFORE_ANNOUNCEMENT);
        Duration viewTime = Calendar.VIEW.dividedBy(speed);
        PresentEpoch announced =
                PresentEpoch.announced(
                        world,
                        before,
                        new Moment(
                                ROOT_HEIGHT + blocks - told,
                                before.stakingEndView(),
                                now.minus(viewTime.multipliedBy(views)),
                                seed.bytes("announcement", RANDOM_BYTES)));
        return new Beginning(
                announced.world(),
                ROOT_HEIGHT + blocks,
                view(),
                new Past(blocks, viewTime, told, announced.events()));
    }

    private long view() {
        long into = scenario.begin() == Scenario.Begin.AUCTION ? LEAD : calendar.auction() - LEAD;
        return firstView() + into;
    }

    private World world(Instant now) {
        long left = firstView() + calendar.epoch() - view();
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
        return withPracticeApproved(genesis.world());
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
        EpochMetadata before = known(COUNTER - 2, 90_000_000);
        return world.with(
                new Epoch(
                        epoch.counter(),
                        epoch.phase(),
                        epoch.metadata().with(before.counter(), before),
                        epoch.config(),
                        epoch.timing(),
                        epoch.automaticRewards()));
    }

    /** What the contract knows of an epoch that is over: its views, and that it was paid. */
    private EpochMetadata known(long counter, long startView) {
        return new EpochMetadata(
                counter,
                "0".repeat(32),
                startView,
                startView + calendar.epoch() - 1,
                startView + calendar.auction() - 1,
                0,
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of());
    }
}
