package io.epochdesk.board;

import io.epochdesk.board.BoardReader.Found;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.epoch.DkgDeadlineReader;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.epoch.OutlookRules;
import io.epochdesk.epoch.ViewRate;
import io.epochdesk.fault.Fault;
import io.epochdesk.live.LatestValue;
import io.epochdesk.live.Part;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.Connection;
import io.epochdesk.quorum.VotingRound;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Holds the snapshot and keeps what follows from its parts in step with them: outlook, matrix,
 * attention.
 */
final class SnapshotKeeper {

    private final LatestValue<BoardSnapshot> snapshot =
            new LatestValue<>(BoardSnapshot.empty().reviewed(null, true));
    private final OutlookRules rules;
    private final InstantSource clock;
    private ViewRate rate = new ViewRate();

    SnapshotKeeper(OutlookRules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    LatestValue<BoardSnapshot> snapshot() {
        return snapshot;
    }

    BoardSnapshot current() {
        return snapshot.current();
    }

    /** Forgets everything: another chain answers. */
    void forget(Connection connection) {
        update(
                old -> {
                    rate = new ViewRate();
                    return withConnection(BoardSnapshot.empty().reviewed(null, true), connection);
                });
    }

    void connection(Connection connection) {
        update(old -> withConnection(old, connection));
    }

    /** Begins the measurement of the view rate with two blocks, unless it has begun already. */
    void sample(BlockHeader earlier, BlockHeader newer) {
        update(
                old -> {
                    if (rate.perSecond().isEmpty()) {
                        rate = new ViewRate();
                        rate.add(earlier.view(), earlier.timestamp());
                        rate.add(newer.view(), newer.timestamp());
                    }
                    return old;
                });
    }

    /** Takes in what a look found; with {@code epochOnly} votes and DKG were not asked for. */
    void found(BooleanSupplier valid, Part<EpochState> epoch, @Nullable Found all) {
        updateIf(
                valid,
                old -> {
                    epoch.reading()
                            .ifPresent(
                                    reading ->
                                            rate.add(
                                                    reading.value().view(),
                                                    reading.provenance().blockTime()));
                    return new BoardSnapshot(
                            old.connection(),
                            merged(old.epoch(), epoch),
                            deadlines(old, epoch),
                            old.outlook(),
                            all == null ? old.voting() : merged(old.voting(), all.voting()),
                            all == null ? old.dkg() : merged(old.dkg(), all.dkg()),
                            old.whiteboard(),
                            old.matrix(),
                            old.attention(),
                            old.review(),
                            old.reviewPending());
                });
    }

    /** Takes in what was found out about the votes. */
    void votes(BooleanSupplier valid, UnaryOperator<VotingRound> change) {
        updateIf(
                valid,
                old ->
                        new BoardSnapshot(
                                old.connection(),
                                old.epoch(),
                                old.deadlines(),
                                old.outlook(),
                                BoardReader.changed(old.voting(), change),
                                old.dkg(),
                                old.whiteboard(),
                                old.matrix(),
                                old.attention(),
                                old.review(),
                                old.reviewPending()));
    }

    /** Takes in a review of the whiteboard; null when none can be made. */
    void review(BooleanSupplier valid, @Nullable DkgReview review) {
        updateIf(valid, old -> old.reviewed(review == null ? old.review() : review, false));
    }

    /** Takes in the deadlines of the epoch of this counter. */
    void deadlines(
            BooleanSupplier valid, DkgDeadlines deadlines, Provenance provenance, long counter) {
        updateIf(
                valid,
                old -> {
                    boolean same =
                            old.epoch()
                                    .value()
                                    .map(epoch -> epoch.counter() == counter)
                                    .orElse(false);
                    return same
                            ? withDeadlines(old, Part.of(new Reading<>(deadlines, provenance)))
                            : old;
                });
    }

    void deadlinesFailed(Fault fault) {
        update(old -> withDeadlines(old, old.deadlines().failed(fault, clock.instant())));
    }

    /** Takes in the board, and what keeps it from being complete, if anything does. */
    void whiteboard(
            BooleanSupplier valid, Whiteboard board, String source, @Nullable Fault trouble) {
        Instant now = clock.instant();
        updateIf(
                valid,
                old -> {
                    Instant since = old.whiteboard().troubleSince();
                    return withWhiteboard(
                            old,
                            new Part<>(
                                    new Reading<>(board, provenance(old, board, source, now)),
                                    trouble,
                                    trouble == null ? null : since == null ? now : since));
                });
    }

    /**
     * A board that came no further is as old as it was, unless it is complete up to the height that
     * the epoch was just read at.
     */
    private static Provenance provenance(
            BoardSnapshot old, Whiteboard board, String source, Instant now) {
        Reading<Whiteboard> before = old.whiteboard().last();
        Reading<EpochState> epoch = old.epoch().last();
        if (epoch != null && epoch.provenance().height() == board.completeTo()) {
            Provenance same = epoch.provenance();
            return new Provenance(source, same.height(), same.blockTime(), same.readAt());
        }
        if (before != null && before.value().completeTo() == board.completeTo()) {
            return before.provenance();
        }
        Instant blockTime = epoch == null ? now : epoch.provenance().blockTime();
        return new Provenance(source, board.completeTo(), blockTime, now);
    }

    void whiteboardFailed(Fault fault) {
        update(old -> withWhiteboard(old, old.whiteboard().failed(fault, clock.instant())));
    }

    /**
     * A change that only counts while what it brings is still valid; asked at the moment of the
     * change, so that nothing of a chain that was just forgotten can slip in.
     */
    private void updateIf(BooleanSupplier valid, UnaryOperator<BoardSnapshot> change) {
        update(old -> valid.getAsBoolean() ? change.apply(old) : old);
    }

    private void update(UnaryOperator<BoardSnapshot> change) {
        snapshot.update(old -> derived(change.apply(old)));
    }

    private BoardSnapshot derived(BoardSnapshot changed) {
        BoardSnapshot complete =
                new BoardSnapshot(
                        changed.connection(),
                        changed.epoch(),
                        changed.deadlines(),
                        outlook(changed),
                        changed.voting(),
                        changed.dkg(),
                        changed.whiteboard(),
                        matrix(changed),
                        List.of(),
                        changed.review(),
                        changed.reviewPending());
        return new BoardSnapshot(
                complete.connection(),
                complete.epoch(),
                complete.deadlines(),
                complete.outlook(),
                complete.voting(),
                complete.dkg(),
                complete.whiteboard(),
                complete.matrix(),
                AttentionRules.of(complete, clock.instant()),
                complete.review(),
                complete.reviewPending());
    }

    private Part<EpochOutlook> outlook(BoardSnapshot board) {
        Reading<EpochState> epoch = board.epoch().last();
        if (epoch == null) {
            return Part.waiting();
        }
        DkgDeadlines deadlines = board.deadlines().value().orElse(null);
        Instant blockTime = epoch.provenance().blockTime();
        return new Part<>(
                epoch.map(state -> rules.of(state, deadlines, rate, blockTime)),
                board.epoch().trouble(),
                board.epoch().troubleSince());
    }

    private static Part<DkgMatrix> matrix(BoardSnapshot board) {
        Reading<DkgState> dkg = board.dkg().last();
        Reading<Whiteboard> whiteboard = board.whiteboard().last();
        if (dkg == null || whiteboard == null) {
            return new Part<>(null, board.dkg().trouble(), board.dkg().troubleSince());
        }
        boolean phase1Over =
                board.epoch()
                        .value()
                        .flatMap(
                                epoch ->
                                        board.deadlines()
                                                .value()
                                                .map(due -> epoch.view() > due.phase1()))
                        .orElse(false);
        return new Part<>(
                dkg.map(state -> DkgMatrix.of(state, whiteboard.value().tally(), phase1Over)),
                board.dkg().trouble(),
                board.dkg().troubleSince());
    }

    /**
     * Deadlines hold as long as the epoch lasts; another counter makes them void, another look
     * renews them.
     */
    private static Part<DkgDeadlines> deadlines(BoardSnapshot old, Part<EpochState> epoch) {
        Reading<EpochState> now = epoch.last();
        Reading<DkgDeadlines> deadlines = old.deadlines().last();
        if (now == null || deadlines == null) {
            return old.deadlines();
        }
        boolean same =
                old.epoch()
                        .value()
                        .map(before -> before.counter() == now.value().counter())
                        .orElse(false);
        if (!same) {
            return Part.waiting();
        }
        DkgDeadlines valid =
                deadlines.value().origin() == DkgDeadlines.Origin.EVENT
                        ? deadlines.value()
                        : DkgDeadlineReader.computed(now.value());
        return new Part<>(
                new Reading<>(valid, now.provenance()),
                old.deadlines().trouble(),
                old.deadlines().troubleSince());
    }

    private static <T> Part<T> merged(Part<T> old, Part<T> found) {
        Fault fault = found.trouble();
        return fault == null || found.last() != null
                ? found
                : old.failed(
                        fault, found.troubleSince() == null ? Instant.EPOCH : found.troubleSince());
    }

    private static BoardSnapshot withConnection(BoardSnapshot old, Connection connection) {
        return new BoardSnapshot(
                connection,
                old.epoch(),
                old.deadlines(),
                old.outlook(),
                old.voting(),
                old.dkg(),
                old.whiteboard(),
                old.matrix(),
                old.attention(),
                old.review(),
                old.reviewPending());
    }

    private static BoardSnapshot withDeadlines(BoardSnapshot old, Part<DkgDeadlines> deadlines) {
        return new BoardSnapshot(
                old.connection(),
                old.epoch(),
                deadlines,
                old.outlook(),
                old.voting(),
                old.dkg(),
                old.whiteboard(),
                old.matrix(),
                old.attention(),
                old.review(),
                old.reviewPending());
    }

    private static BoardSnapshot withWhiteboard(BoardSnapshot old, Part<Whiteboard> whiteboard) {
        return new BoardSnapshot(
                old.connection(),
                old.epoch(),
                old.deadlines(),
                old.outlook(),
                old.voting(),
                old.dkg(),
                whiteboard,
                old.matrix(),
                old.attention(),
                old.review(),
                old.reviewPending());
    }
}
