package io.epochdesk.board.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.SenderTally;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Mine;
import io.epochdesk.ui.Tone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The DKG in a card's worth of words. */
final class DkgWords {

    private final Words words;

    DkgWords(Words words) {
        this.words = words;
    }

    Summary summary(BoardSnapshot board) {
        DkgState dkg = board.dkg().value().orElse(null);
        if (dkg == null) {
            return plain(Tone.UNKNOWN, "unknown");
        }
        return switch (dkg.standing()) {
            case NONE -> plain(Tone.CALM, "none");
            case LAST_EPOCH -> plain(Tone.CALM, "before");
            case CURRENT -> current(dkg);
        };
    }

    List<Share> steps(BoardSnapshot board) {
        DkgState dkg = board.dkg().value().orElse(null);
        if (dkg == null || dkg.standing() != DkgState.Standing.CURRENT) {
            return List.of();
        }
        List<Share> steps = new ArrayList<>();
        vectors(board).ifPresent(count -> steps.add(vectors(count, dkg.committee().size())));
        steps.add(results(dkg));
        return steps;
    }

    /** How far each node has come; empty while no DKG is running or the board is not known. */
    List<NodeStep> committee(BoardSnapshot board) {
        boolean current =
                board.isWhiteboardCurrent()
                        && board.dkg()
                                .value()
                                .map(dkg -> dkg.standing() == DkgState.Standing.CURRENT)
                                .orElse(false);
        return current
                ? board.matrix()
                        .value()
                        .map(matrix -> matrix.rows().stream().map(NodeStep::of).toList())
                        .orElse(List.of())
                : List.of();
    }

    /** The positions of the operator's nodes among those steps. */
    Set<Integer> positions(BoardSnapshot board, Mine mine) {
        List<DkgMatrix.Row> rows = board.matrix().value().map(DkgMatrix::rows).orElse(List.of());
        Set<Integer> positions = new TreeSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (mine.has(rows.get(i).nodeId())) {
                positions.add(i);
            }
        }
        return positions;
    }

    /** Such steps in one sentence. */
    String committee(List<NodeStep> steps) {
        return steps.stream()
                .distinct()
                .sorted()
                .map(
                        step ->
                                words.name(
                                        "overview.dkg.step",
                                        step,
                                        "count",
                                        steps.stream().filter(each -> each == step).count()))
                .collect(Collectors.joining(", "));
    }

    /**
     * Consensus nodes with a verification vector of this DKG on the board; empty while the board is
     * not known.
     */
    private static Optional<Long> vectors(BoardSnapshot board) {
        return board.isWhiteboardCurrent()
                ? board.whiteboard().value().map(DkgWords::vectors)
                : Optional.empty();
    }

    private static long vectors(Whiteboard board) {
        return board.tally().senders().values().stream()
                .filter(sender -> sender.vectors() > 0)
                .map(SenderTally::nodeId)
                .count();
    }

    private Share vectors(long count, int committee) {
        return new Share(
                words.say("overview.dkg.vectors"),
                words.say("overview.of", "have", count, "all", committee),
                committee == 0 ? 0 : (double) count / committee,
                count >= committee ? Tone.SUCCESS : Tone.PROGRESS);
    }

    private Share results(DkgState dkg) {
        int largest = largest(dkg);
        Tone tone = Tone.PROGRESS;
        if (dkg.complete()) {
            tone = Tone.SUCCESS;
        } else if (!dkg.canComplete()) {
            tone = Tone.DANGER;
        }
        return new Share(
                words.say("overview.dkg.results"),
                words.say("overview.dkg.results.share", "have", largest, "needed", dkg.needed()),
                (double) largest / dkg.needed(),
                tone);
    }

    private Summary current(DkgState dkg) {
        String figure = words.say("overview.of", "have", largest(dkg), "all", dkg.needed());
        String unit = words.say("overview.dkg.unit");
        if (dkg.complete()) {
            return new Summary(
                    Tone.SUCCESS,
                    words.say("overview.dkg.status.complete"),
                    figure,
                    unit,
                    words.say("overview.dkg.note.complete"));
        }
        if (!dkg.canComplete()) {
            return new Summary(
                    Tone.DANGER,
                    words.say("overview.dkg.status.stuck"),
                    figure,
                    unit,
                    words.say("overview.dkg.note.stuck", "needed", dkg.needed()));
        }
        return new Summary(
                Tone.PROGRESS,
                words.say("overview.dkg.status.running"),
                figure,
                unit,
                words.count(
                        "overview.dkg.note.running",
                        dkg.submitted(),
                        "needed",
                        dkg.needed(),
                        "committee",
                        dkg.committee().size()));
    }

    private static int largest(DkgState dkg) {
        return dkg.leading().map(SubmissionGroup::count).orElse(0);
    }

    private Summary plain(Tone tone, String key) {
        return new Summary(
                tone,
                words.say("overview.dkg.status." + key),
                words.say("overview.nothing"),
                "",
                words.say("overview.dkg.note." + key));
    }
}
