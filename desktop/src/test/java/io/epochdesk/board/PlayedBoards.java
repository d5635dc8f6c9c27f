package io.epochdesk.board;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.DkgFault;
import io.epochdesk.bls.DkgPhase;
import io.epochdesk.bls.DkgRun;
import io.epochdesk.dkg.AnnouncedKeys;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.PlayedWhiteboard;
import io.epochdesk.dkg.SampleWhiteboard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Boards of key generations that were really run, by what went wrong in them. */
public enum PlayedBoards {
    /** Everybody did what they should; six of ten have submitted. */
    HAPPY,
    /** The last node was complained about and has not answered yet. */
    COMPLAINED,
    /** Its answer did not fit; eight agree, and it submits what it believes itself. */
    DISQUALIFIED,
    /** It posts nothing, and phase 1 is over. */
    SILENT,
    /** One submits two keys exchanged, one says it failed, one posted for another DKG. */
    LYING,
    /** Half of the dealers are silent. */
    FAILED,
    /** The DKG is over and EpochCommit has its keys. */
    COMMITTED,
    /** EpochCommit has other keys. */
    OTHER_KEYS;

    private static final int NODES = 10;

    /** The snapshot. */
    public BoardSnapshot snapshot() {
        return switch (this) {
            case HAPPY -> {
                PlayedWhiteboard board = played(DkgFault.NONE);
                BeaconKeys keys = keys(board);
                yield shown(0.96, submit(board, keys, 0, 1, 2, 3, 4, 5));
            }
            case COMPLAINED -> {
                DkgRun run = new DkgRun(instance(), NODES).vectorsExcept().endPhase();
                yield shown(
                        0.83,
                        new PlayedWhiteboard(
                                        run.complain(2, 9).complain(5, 9).answer(9, 2), counter())
                                .in(DkgPhase.COMPLAINTS));
            }
            case DISQUALIFIED -> {
                PlayedWhiteboard board = played(DkgFault.ANSWER_WRONG);
                BeaconKeys own = new DkgRun(instance(), NODES).keysWithout(Set.of());
                submit(board, keys(board), 0, 1, 2, 3, 4, 5, 6, 7);
                yield shown(0.96, submit(board, own, 9));
            }
            case SILENT -> shown(0.83, played(DkgFault.SILENT).in(DkgPhase.COMPLAINTS));
            case LYING -> {
                PlayedWhiteboard board = played(DkgFault.WRONG_INSTANCE);
                BeaconKeys keys = keys(board);
                List<String> swapped = new ArrayList<>(keys.nodeKeys());
                Collections.swap(swapped, 4, 7);
                submit(board, keys, 0, 1, 2, 3, 5);
                submit(board, new BeaconKeys(keys.groupKey(), swapped), 4);
                yield shown(0.96, board.submitted("", List.of(), 6));
            }
            case FAILED -> {
                DkgRun run = new DkgRun(instance(), NODES).vectorsExcept(1, 3, 5, 7, 9);
                yield shown(
                        0.83,
                        new PlayedWhiteboard(run.endPhase(), counter()).in(DkgPhase.COMPLAINTS));
            }
            case COMMITTED -> shown(0.98, committed(false));
            case OTHER_KEYS -> shown(0.98, committed(true));
        };
    }

    private static PlayedWhiteboard committed(boolean other) {
        PlayedWhiteboard board = played(DkgFault.NONE);
        BeaconKeys keys = keys(board);
        List<String> told = new ArrayList<>(keys.nodeKeys());
        if (other) {
            Collections.swap(told, 4, 7);
        }
        submit(board, keys, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        return board.announced(AnnouncedKeys.Event.EPOCH_COMMIT, keys.groupKey(), told);
    }

    private static PlayedWhiteboard played(DkgFault fault) {
        return new PlayedWhiteboard(fault.in(new DkgRun(instance(), NODES)), counter());
    }

    private static PlayedWhiteboard submit(
            PlayedWhiteboard board, BeaconKeys keys, Integer... members) {
        return board.submitted(keys.groupKey(), keys.nodeKeys(), members);
    }

    private static BeaconKeys keys(PlayedWhiteboard board) {
        BeaconKeys keys = board.review().judgement().keys();
        if (keys == null) {
            throw new AssertionError("no keys come of it");
        }
        return keys;
    }

    private static BoardSnapshot shown(double progress, PlayedWhiteboard board) {
        DkgReview review = board.review();
        return SampleBoards.of(SampleBoards.Size.SMALL)
                .reviewed(progress, board.state(), board.board(), review);
    }

    private static String instance() {
        return "dkg-" + SampleWhiteboard.CHAIN + "-" + counter();
    }

    private static long counter() {
        return SampleBoards.upcomingCounter();
    }
}
