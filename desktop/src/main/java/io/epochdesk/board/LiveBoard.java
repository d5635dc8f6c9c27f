package io.epochdesk.board;

import io.epochdesk.board.BoardReader.Found;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardWatch;
import io.epochdesk.epoch.DkgDeadlineReader;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.epoch.OutlookRules;
import io.epochdesk.epoch.RateReader;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.live.LatestValue;
import io.epochdesk.live.Part;
import io.epochdesk.live.Pulse;
import io.epochdesk.live.Reading;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.Connection;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.quorum.StakingKeyReader;
import io.epochdesk.quorum.VoteChecker;
import io.epochdesk.quorum.VotingRound;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The board of a real network. One pulse runs the script each look; another does the errands that
 * take many calls, so that the search for a setup's beginning never delays a vote.
 */
public final class LiveBoard implements Board {

    /** How often the first measurement is tried before it is left to the looks. */
    private static final int RATE_ATTEMPTS = 3;

    /** Errands without another search for the deadlines after one that failed. */
    private static final int DEADLINE_REST = 10;

    private static final Duration ERRAND_INTERVAL = Duration.ofSeconds(1);

    private final FlowNetwork network;
    private final Pulse looks;
    private final Pulse errands;
    private final Path spillFolder;
    private final BoardReader reader;
    private final DkgDeadlineReader deadlineReader;
    private final VoteErrand voteErrand = new VoteErrand();
    private final SnapshotKeeper keeper;
    private final Interests interests = new Interests();
    private final LatestValue.Subscription connection;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ChainIdentity identity;
    private @Nullable WhiteboardWatch watch;
    private int deadlineRest;
    private int rateAttempts = RATE_ATTEMPTS;
    private volatile VoteChecker votes;
    private volatile ReviewErrand reviewErrand;
    private boolean closed;

    /**
     * Starts the board; nothing is held yet.
     *
     * @param looks decides when to look; closed with the board
     * @param errands decides when to run errands; closed with the board
     * @param spillFolder where whiteboard contents go that are too many for memory
     */
    public LiveBoard(
            FlowNetwork network,
            Pulse looks,
            Pulse errands,
            InstantSource clock,
            Path spillFolder) {
        this.network = network;
        this.looks = looks;
        this.errands = errands;
        this.spillFolder = spillFolder;
        this.reader = new BoardReader(network.scripts(), clock);
        this.deadlineReader = new DkgDeadlineReader(network);
        StakingKeyReader stakingKeys = new StakingKeyReader(network);
        this.votes = new VoteChecker(stakingKeys);
        this.reviewErrand = new ReviewErrand(network, stakingKeys);
        this.keeper =
                new SnapshotKeeper(
                        new OutlookRules(network.profile().finalizationSafetyThreshold()), clock);
        this.connection = network.connection().subscribe(this::connected);
        looks.start(this::look);
        errands.start(this::runErrands);
    }

    @Override
    public FlowNetwork network() {
        return network;
    }

    @Override
    public LatestValue<BoardSnapshot> snapshot() {
        return keeper.snapshot();
    }

    @Override
    public Hold hold(Interest... wanted) {
        Hold hold = interests.hold(wanted);
        refresh();
        return hold;
    }

    @Override
    public void refresh() {
        looks.hurry();
        errands.hurry();
    }

    @Override
    public void close() {
        looks.close();
        errands.close();
        connection.close();
        WhiteboardWatch open;
        lock.lock();
        try {
            closed = true;
            open = watch;
            watch = null;
        } finally {
            lock.unlock();
        }
        if (open != null) {
            open.close();
        }
    }

    private void connected(Connection now) {
        ChainIdentity answering = now.identity();
        if (answering != null && !isHeld(answering)) {
            startAfresh(answering, now);
        } else {
            keeper.connection(now);
        }
    }

    /**
     * Whether this identity is the one everything held was learned under; the first one always is.
     */
    private boolean isHeld(ChainIdentity answering) {
        lock.lock();
        try {
            if (identity == null) {
                identity = answering;
            }
            return answering.equals(identity);
        } finally {
            lock.unlock();
        }
    }

    private void startAfresh(ChainIdentity answering, Connection now) {
        WhiteboardWatch old;
        lock.lock();
        try {
            identity = answering;
            old = watch;
            watch = null;
        } finally {
            lock.unlock();
        }
        StakingKeyReader stakingKeys = new StakingKeyReader(network);
        votes = new VoteChecker(stakingKeys);
        reviewErrand = new ReviewErrand(network, stakingKeys);
        keeper.forget(now);
        if (old != null) {
            old.close();
        }
        refresh();
    }

    private Duration look() {
        ChainIdentity before = held();
        Found all = interests.any() ? reader.all().votes(votes::applied) : null;
        Part<EpochState> epoch = all == null ? reader.epochOnly() : all.epoch();
        if (!isStill(before)) {
            // what was read is another chain's
            return Duration.ZERO;
        }
        boolean news = isNew(keeper.current(), epoch, all);
        keeper.found(() -> isStill(before), epoch, all);
        epoch.value().ifPresent(state -> network.pace(paceIn(state)));
        if (news) {
            errands.hurry();
        }
        return network.scriptInterval();
    }

    /** Whether a look found for the first time what errands wait for. */
    private static boolean isNew(
            BoardSnapshot before, Part<EpochState> epoch, @Nullable Found all) {
        return (before.epoch().last() == null && epoch.last() != null)
                || (all != null && before.dkg().last() == null && all.dkg().last() != null);
    }

    private static FlowNetwork.Pace paceIn(EpochState epoch) {
        return epoch.phase() == EpochPhase.EPOCH_SETUP
                ? FlowNetwork.Pace.SETUP
                : FlowNetwork.Pace.CALM;
    }

    private Duration runErrands() {
        BoardSnapshot board = keeper.current();
        Reading<EpochState> epoch = board.epoch().last();
        if (epoch == null) {
            return ERRAND_INTERVAL;
        }
        if (interests.has(Interest.VOTING)) {
            board.voting().value().ifPresent(round -> checkVotes(round, epoch.value()));
        }
        if (interests.has(Interest.WHITEBOARD)) {
            tendWhiteboard(epoch, board.dkg().last());
            review();
        }
        if (rateAttempts > 0
                && board.outlook()
                        .value()
                        .map(outlook -> outlook.viewRate().isEmpty())
                        .orElse(true)) {
            rateAttempts--;
            measureRate(epoch.provenance().height());
        }
        if (board.deadlines().last() == null && deadlineRest-- <= 0) {
            findDeadlines(epoch);
        }
        return ERRAND_INTERVAL;
    }

    private void checkVotes(VotingRound round, EpochState epoch) {
        ChainIdentity before = held();
        VoteChecker checker = votes;
        if (voteErrand.run(checker, round, epoch)) {
            keeper.votes(() -> isStill(before) && checker == votes, checker::applied);
        }
    }

    private void review() {
        ChainIdentity before = held();
        ReviewErrand mine = reviewErrand;
        BoardSnapshot board = keeper.current();
        Optional<DkgReview> made = mine.run(board);
        if (made.isPresent() || (board.reviewPending() && mine.hasTried())) {
            keeper.review(() -> isStill(before) && mine == reviewErrand, made.orElse(null));
        }
    }

    private void measureRate(long height) {
        try {
            BlockHeader newest = network.blocks().at(height);
            new RateReader(network.blocks())
                    .before(newest)
                    .ifPresent(earlier -> keeper.sample(earlier, newest));
        } catch (FaultException e) {
            // the rate is then measured from the looks themselves
        }
    }

    private void findDeadlines(Reading<EpochState> epoch) {
        ChainIdentity before = held();
        try {
            DkgDeadlines deadlines = deadlineReader.read(epoch.value());
            keeper.deadlines(
                    () -> isStill(before), deadlines, epoch.provenance(), epoch.value().counter());
        } catch (FaultException e) {
            deadlineRest = DEADLINE_REST;
            keeper.deadlinesFailed(e.fault());
        }
    }

    private void tendWhiteboard(Reading<EpochState> epoch, @Nullable Reading<DkgState> dkg) {
        if (dkg == null) {
            return;
        }
        WhiteboardWatch tended = watch();
        if (tended == null) {
            return;
        }
        try {
            tended.tend(
                    epoch.value(),
                    dkg.value(),
                    Math.min(epoch.provenance().height(), dkg.provenance().height()));
        } catch (FaultException e) {
            keeper.whiteboardFailed(e.fault());
        }
    }

    /** The watch of the present chain, or null once the board is closed. */
    private @Nullable WhiteboardWatch watch() {
        lock.lock();
        try {
            if (watch == null && !closed) {
                watch = new WhiteboardWatch(network, spillFolder, new Listening(identity));
            }
            return watch;
        } finally {
            lock.unlock();
        }
    }

    /** Whether what was asked under this identity, or before any was known, may still be shown. */
    private boolean isStill(@Nullable ChainIdentity before) {
        return before == null || before.equals(held());
    }

    private @Nullable ChainIdentity held() {
        lock.lock();
        try {
            return identity;
        } finally {
            lock.unlock();
        }
    }

    /** Takes in what a watch tells, as long as the chain is the one it was opened on. */
    private final class Listening implements WhiteboardWatch.Listener {

        private final @Nullable ChainIdentity mine;
        private final AtomicBoolean isReviewedSoon = new AtomicBoolean();

        Listening(@Nullable ChainIdentity mine) {
            this.mine = mine;
        }

        @Override
        public void board(Whiteboard board, String source, @Nullable Fault trouble) {
            keeper.whiteboard(() -> isStill(mine), board, source, trouble);
            if (isReviewedSoon.compareAndSet(false, true)) {
                // the first review need not wait for the next round of errands
                errands.hurry();
            }
        }

        @Override
        public void trouble(Fault fault) {
            if (isStill(mine)) {
                keeper.whiteboardFailed(fault);
            }
        }

        @Override
        public void chainMoved() {
            refresh();
        }

        @Override
        public void moreToRead() {
            errands.hurry();
        }
    }
}
