package io.epochdesk.dkg;

import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BoardPost;
import io.epochdesk.bls.CheckedPost;
import io.epochdesk.bls.DkgInstance;
import io.epochdesk.bls.DkgJudge;
import io.epochdesk.bls.DkgPhase;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Keeps the review of a board up to date: each message is checked once and counted once, and
 * counted again only when it turns out to belong to another phase. For one thread; never the FX
 * thread, a whole board takes a second.
 */
public final class BoardReviewer {

    /** Messages kept checked; a board beyond it is not reviewed. */
    public static final int MAX_MESSAGES = 10_000;

    private record Basis(
            long counter,
            List<String> committee,
            Map<String, BlsPublicKey> keys,
            long provedFrom) {}

    private record Known(String nodeId, int contentSize) {}

    private final List<CheckedPost> checked = new ArrayList<>();
    private final List<Known> known = new ArrayList<>();
    private final List<DkgPhase> counted = new ArrayList<>();
    private @Nullable Basis basis;
    private @Nullable DkgJudge judging;

    /**
     * Reviews the board as it is now.
     *
     * @param state the DKG whose board it is
     * @param ends where its phases ended
     * @param keys the senders' staking keys by node ID; a signature without key counts as good
     * @return empty when the board is of no DKG that could be judged
     */
    public Optional<DkgReview> review(
            Whiteboard board, DkgState state, PhaseEnds ends, Map<String, BlsPublicKey> keys) {
        int size = state.committee().size();
        if (board.instanceId().isEmpty()
                || size < DkgInstance.MIN_SIZE
                || size > DkgInstance.MAX_SIZE
                || board.entries().size() > MAX_MESSAGES) {
            return Optional.empty();
        }
        DkgInstance instance = new DkgInstance(board.instanceId(), size);
        takeUp(new Basis(board.counter(), state.committee(), keys, board.provedFrom()), board);
        checkNew(board, instance, state.committee(), keys);
        DkgJudge judge = judge(board, instance, ends);
        boolean complete = keys.keySet().containsAll(state.committee());
        return Optional.of(new DkgReview(board.counter(), judge.judgement(), complete));
    }

    /** The judge of all messages: the one so far, as long as it counted each in its phase. */
    private DkgJudge judge(Whiteboard board, DkgInstance instance, PhaseEnds ends) {
        boolean over = !board.announced().isEmpty();
        DkgPhase reached = over ? DkgPhase.ENDED : ends.at(board.completeTo() + 1);
        DkgJudge judge = judging;
        if (judge == null || !isStillRight(judge, board, ends, reached)) {
            judge = new DkgJudge(instance);
            judging = judge;
            counted.clear();
        }
        for (int position = counted.size(); position < checked.size(); position++) {
            DkgPhase phase = ends.at(board.entries().get(position).origin().height());
            advance(judge, phase);
            judge.accept(checked.get(position));
            counted.add(phase);
        }
        advance(judge, reached);
        return judge;
    }

    /** Where a phase ended may have become known only after messages were counted in it. */
    private boolean isStillRight(
            DkgJudge judge, Whiteboard board, PhaseEnds ends, DkgPhase reached) {
        for (int position = 0; position < counted.size(); position++) {
            long height = board.entries().get(position).origin().height();
            if (counted.get(position) != ends.at(height)) {
                return false;
            }
        }
        boolean nextIsPast =
                counted.size() < checked.size()
                        && ends.at(board.entries().get(counted.size()).origin().height())
                                        .compareTo(judge.phase())
                                < 0;
        return judge.phase().compareTo(reached) <= 0 && !nextIsPast;
    }

    /** Drops what was checked for another DKG, committee, or front of the board. */
    private void takeUp(Basis now, Whiteboard board) {
        boolean same = now.equals(basis) && known.size() <= board.entries().size();
        for (int i = 0; same && i < known.size(); i++) {
            same = known.get(i).equals(known(board.entries().get(i)));
        }
        if (!same) {
            checked.clear();
            known.clear();
            counted.clear();
            judging = null;
            basis = now;
        }
    }

    private void checkNew(
            Whiteboard board,
            DkgInstance instance,
            List<String> committee,
            Map<String, BlsPublicKey> keys) {
        int from = checked.size();
        List<WhiteboardEntry> entries = board.entries();
        checked.addAll(
                IntStream.range(from, entries.size())
                        .parallel()
                        .mapToObj(
                                position -> {
                                    WhiteboardEntry entry = entries.get(position);
                                    String content = board.contents().contentOf(position);
                                    return new BoardPost(
                                                    position,
                                                    committee.indexOf(entry.nodeId()),
                                                    content == null ? "" : content)
                                            .check(instance, keys.get(entry.nodeId()));
                                })
                        .toList());
        entries.subList(from, entries.size()).forEach(entry -> known.add(known(entry)));
    }

    private static Known known(WhiteboardEntry entry) {
        return new Known(entry.nodeId(), entry.contentSize());
    }

    private static void advance(DkgJudge judge, DkgPhase to) {
        while (judge.phase().compareTo(to) < 0) {
            judge.endPhase();
        }
    }
}
