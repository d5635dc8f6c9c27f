package io.epochdesk.cli;

import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.Disqualification;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgForecast;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The DKG: submissions against the threshold, the whiteboard in numbers, and a line for each
 * consensus node.
 */
final class DkgText {

    /**
     * Committees up to this size are listed whole; of larger ones only the nodes that need a look.
     */
    private static final int LISTED_WHOLE = 20;

    private static final int[] WIDTHS = {4, 14, 14, 10, 10, 10, 0};

    private final Words words;
    private final BoardSnapshot snapshot;

    DkgText(Words words, BoardSnapshot snapshot) {
        this.words = words;
        this.snapshot = snapshot;
    }

    void write(DkgState dkg, Lines lines) {
        lines.wrapped(
                "  ",
                words.name(
                        "status.dkg",
                        dkg.standing(),
                        "next",
                        snapshot.epoch()
                                .value()
                                .map(epoch -> Formats.number(epoch.upcomingCounter()))
                                .orElse("?"),
                        "committee",
                        dkg.committee().size()));
        if (dkg.standing() != DkgState.Standing.CURRENT) {
            return;
        }
        lines.wrapped(
                "  ",
                words.say(
                        dkg.complete()
                                ? "status.dkg.complete"
                                : dkg.canComplete() ? "status.dkg.running" : "status.dkg.stuck",
                        "needed",
                        dkg.needed(),
                        "submitted",
                        dkg.submitted(),
                        "leading",
                        dkg.leading().map(SubmissionGroup::count).orElse(0),
                        "empty",
                        dkg.emptySubmissions()));
        if (snapshot.isWhiteboardCurrent()) {
            snapshot.whiteboard().value().ifPresent(board -> whiteboard(board, lines));
        }
        snapshot.forecast().ifPresent(forecast -> forecast(forecast, lines));
        snapshot.matrix().value().ifPresent(matrix -> matrix(matrix, lines));
    }

    /** What the console itself makes of the board. */
    private void forecast(DkgForecast forecast, Lines lines) {
        lines.wrapped(
                "  ",
                words.say(
                        "status.review",
                        "outcome",
                        words.name("status.review.outcome", forecast.outcome()),
                        "good",
                        forecast.qualified(),
                        "agreeing",
                        forecast.agreeing()));
        for (DealerJudgement dealer : forecast.out()) {
            Disqualification why = dealer.disqualification();
            if (why != null) {
                lines.wrapped(
                        "    ",
                        words.say(
                                "status.review.out",
                                "dealer",
                                dealer.dealer(),
                                "reason",
                                words.name("dkg.reason", why.reason(), "node", why.complainer())));
            }
        }
        if (!forecast.wrongViews().isEmpty()) {
            lines.wrapped(
                    "    ",
                    words.count(
                            "status.review.wrong",
                            forecast.wrongViews().size(),
                            "nodes",
                            forecast.wrongViews().stream()
                                    .map(view -> String.valueOf(view.index()))
                                    .collect(Collectors.joining(", "))));
        }
    }

    private void whiteboard(Whiteboard board, Lines lines) {
        lines.wrapped(
                "  ",
                words.count(
                        "status.whiteboard",
                        board.entries().size(),
                        "vectors",
                        board.tally().count(MessageKind.VERIFICATION_VECTOR),
                        "complaints",
                        board.tally().count(MessageKind.COMPLAINT),
                        "answers",
                        board.tally().count(MessageKind.COMPLAINT_ANSWER),
                        "invalid",
                        board.tally().invalid()));
    }

    private void matrix(DkgMatrix matrix, Lines lines) {
        boolean whole = matrix.rows().size() <= LISTED_WHOLE;
        List<DkgMatrix.Row> shown =
                matrix.rows().stream().filter(row -> whole || needsALook(row)).toList();
        if (!shown.isEmpty()) {
            lines.add(
                    Lines.columns(
                            WIDTHS,
                            "#",
                            words.say("status.matrix.node"),
                            words.say("status.matrix.vector"),
                            words.say("status.matrix.made"),
                            words.say("status.matrix.against"),
                            words.say("status.matrix.answers"),
                            words.say("status.matrix.submission")));
        }
        shown.forEach(row -> lines.add(row(row)));
        if (!whole) {
            lines.wrapped(
                    "  ", words.count("status.matrix.others", matrix.rows().size() - shown.size()));
        }
        if (!matrix.strangers().isEmpty()) {
            lines.wrapped("  ", words.count("status.matrix.strangers", matrix.strangers().size()));
        }
    }

    private String row(DkgMatrix.Row row) {
        return Lines.columns(
                WIDTHS,
                Formats.number(row.index()),
                Formats.shortId(row.nodeId()),
                words.name("status.vector", row.vector()) + (row.vectorOverdue() ? " !" : ""),
                counted(row.complaintsMade()),
                counted(row.complaintsAgainst()),
                counted(row.answersGiven()),
                words.name("status.submission", row.submission()));
    }

    private static String counted(List<Integer> indexes) {
        return indexes.isEmpty() ? "·" : Formats.number(indexes.size());
    }

    private static boolean needsALook(DkgMatrix.Row row) {
        return row.vectorOverdue()
                || row.vector() == DkgMatrix.Vector.WRONG_SIZE
                || row.vector() == DkgMatrix.Vector.WRONG_INSTANCE
                || row.vector() == DkgMatrix.Vector.REPEATED
                || !row.complaintsAgainst().isEmpty()
                || !row.complaintsMade().isEmpty()
                || row.submission() == DkgMatrix.Submission.DIFFERS
                || row.submission() == DkgMatrix.Submission.EMPTY
                || !row.flags().isEmpty();
    }
}
