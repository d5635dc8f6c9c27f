package io.epochdesk.dkg.view;

import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.dkg.DkgForecast.WrongView;
import io.epochdesk.dkg.DkgMatrix.Row;
import io.epochdesk.dkg.DkgMatrix.Vector;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Mine;
import io.epochdesk.ui.drawn.Box;
import io.epochdesk.ui.drawn.Brush;
import io.epochdesk.ui.drawn.GridColumn;
import io.epochdesk.ui.drawn.GridOrder;
import io.epochdesk.ui.drawn.Ink;
import io.epochdesk.ui.drawn.Mark;

import javafx.geometry.HPos;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The columns of the matrix: node, how it stands as a dealer, vector, complaints made and against,
 * answers, submission; a cell is a mark and a count.
 */
final class MatrixColumns {

    /** Room for the mark of a node something is wrong with. */
    private static final double FLAG = 18;

    private final Words words;
    private final Supplier<Mine> mine;
    private final JudgementWords judged;

    /**
     * Columns in these words.
     *
     * @param mine the operator's nodes at the moment something is drawn
     */
    MatrixColumns(Words words, Supplier<Mine> mine) {
        this.words = words;
        this.mine = mine;
        judged = new JudgementWords(words);
    }

    List<GridColumn<NodeRow>> all() {
        return List.of(
                GridColumn.<NodeRow>of(
                                "INDEX",
                                "#",
                                34,
                                (brush, row, box) ->
                                        brush.text(
                                                String.valueOf(row.index()),
                                                box,
                                                HPos.RIGHT,
                                                Ink.MUTED),
                                row -> String.valueOf(row.index()))
                        .aligned(GridColumn.Align.RIGHT)
                        .explained(words.say("dkg.column.index.hint"))
                        .sorted(),
                GridColumn.<NodeRow>of(
                                "NODE",
                                words.say("dkg.column.node"),
                                118,
                                this::paintNode,
                                this::nodeInWords)
                        .copying(NodeRow::nodeId)
                        .growing(0.5)
                        .sorted(),
                mark(
                        "STANDING",
                        "dkg.column.standing",
                        50,
                        MatrixColumns::paintStanding,
                        judged::standing),
                mark(
                        "VECTOR",
                        "dkg.column.vector",
                        46,
                        (brush, row, box) -> paintVector(brush, row.done(), box),
                        row -> words.name("dkg.vector", vector(row.done()))),
                mark(
                        "MADE",
                        "dkg.column.made",
                        74,
                        (brush, row, box) ->
                                tally(
                                        brush,
                                        box,
                                        row.done().complaintsMade().size(),
                                        Mark.DOT,
                                        Ink.ATTENTION),
                        row -> listed("dkg.made", row.done().complaintsMade())),
                mark(
                        "AGAINST",
                        "dkg.column.against",
                        58,
                        (brush, row, box) ->
                                tally(
                                        brush,
                                        box,
                                        row.done().complaintsAgainst().size(),
                                        Mark.WARNING,
                                        row.done().unanswered().isEmpty()
                                                ? Ink.ATTENTION
                                                : Ink.DANGER),
                        row -> listed("dkg.against", row.done().complaintsAgainst())),
                mark(
                        "ANSWERS",
                        "dkg.column.answers",
                        58,
                        (brush, row, box) -> paintAnswers(brush, row.done(), box),
                        row -> answersInWords(row.done())),
                mark(
                        "SUBMISSION",
                        "dkg.column.submission",
                        46,
                        MatrixColumns::paintSubmission,
                        judged::submission));
    }

    /** The order that a click on a header asks for. */
    static MatrixOrder order(GridOrder header) {
        // The first click on a mark brings the conspicuous rows to the top.
        return header.column().isEmpty()
                ? MatrixOrder.COMMITTEE
                : new MatrixOrder(
                        MatrixOrder.By.valueOf(header.column()),
                        header.ascending() == isPlain(header.column()));
    }

    private static boolean isPlain(String column) {
        return column.equals("INDEX") || column.equals("NODE");
    }

    private GridColumn<NodeRow> mark(
            String id,
            String key,
            double width,
            GridColumn.CellPainter<NodeRow> painter,
            Function<NodeRow, String> text) {
        return GridColumn.of(id, words.say(key), width, painter, text)
                .aligned(GridColumn.Align.CENTER)
                .explained(words.say(key + ".hint"))
                .growing(0.2)
                .sorted();
    }

    private void paintNode(Brush brush, NodeRow row, Box box) {
        String label = mine.get().labelOf(row.nodeId()).orElse(null);
        boolean flagged = !row.done().flags().isEmpty();
        Box name = flagged ? box.part(0, box.width() - FLAG) : box;
        double width;
        if (label == null) {
            width = brush.shortened(Formats.shortId(row.nodeId()), name, Ink.TEXT);
        } else {
            brush.mark(Mark.STAR, box.x() + 6, box.centreY(), 12, Ink.MINE);
            width = 17 + brush.text(label, name.after(17), HPos.LEFT, Ink.TEXT);
        }
        if (flagged) {
            brush.mark(Mark.WARNING, box.x() + width + 12, box.centreY(), 11, Ink.ATTENTION);
        }
    }

    private String nodeInWords(NodeRow row) {
        String node =
                mine.get()
                        .labelOf(row.nodeId())
                        .map(label -> words.say("dkg.mine", "label", label, "node", row.nodeId()))
                        .orElse(row.nodeId());
        return row.done().flags().isEmpty()
                ? node
                : node
                        + "\n"
                        + row.done().flags().stream()
                                .sorted(Comparator.naturalOrder())
                                .map(flag -> words.name("dkg.flag", flag))
                                .collect(Collectors.joining("\n"));
    }

    private void paintVector(Brush brush, Row row, Box box) {
        switch (row.vector()) {
            case POSTED -> mark(brush, box, Mark.CHECK, Ink.SUCCESS, "");
            case REPEATED -> mark(brush, box, Mark.CHECK, Ink.ATTENTION, "2+");
            case WRONG_SIZE, WRONG_INSTANCE -> mark(brush, box, Mark.CROSS, Ink.DANGER, "");
            case MISSING -> {
                if (row.vectorOverdue()) {
                    mark(brush, box, Mark.CROSS, Ink.DANGER, "0");
                } else {
                    mark(brush, box, Mark.RING, Ink.CALM, "");
                }
            }
        }
    }

    private void paintAnswers(Brush brush, Row row, Box box) {
        int given = row.answersGiven().size();
        if (row.complaintsAgainst().isEmpty() && given == 0) {
            mark(brush, box, Mark.DASH, Ink.LINE, "");
            return;
        }
        boolean all = row.unanswered().isEmpty();
        mark(
                brush,
                box,
                all ? Mark.CHECK : Mark.WARNING,
                all ? Ink.SUCCESS : Ink.DANGER,
                given + "/" + row.complaintsAgainst().size());
    }

    private static void paintStanding(Brush brush, NodeRow row, Box box) {
        DealerJudgement judged = row.judged();
        if (judged == null) {
            mark(brush, box, Mark.DASH, Ink.LINE, "");
            return;
        }
        switch (judged.standing()) {
            case AWAITED -> mark(brush, box, Mark.RING, Ink.CALM, "");
            case QUALIFIED -> mark(brush, box, Mark.CHECK, Ink.SUCCESS, "");
            case ACCUSED -> mark(brush, box, Mark.WARNING, Ink.ATTENTION, "");
            case DISQUALIFIED -> mark(brush, box, Mark.CROSS, Ink.DANGER, "");
        }
    }

    private static void paintSubmission(Brush brush, NodeRow row, Box box) {
        if (row.wrong() != null && row.wrong().kind() == WrongView.Kind.OTHER_KEYS) {
            mark(brush, box, Mark.WARNING, Ink.ATTENTION, "≠");
            return;
        }
        switch (row.done().submission()) {
            case NONE -> mark(brush, box, Mark.DASH, Ink.LINE, "");
            case LEADING -> mark(brush, box, Mark.CHECK, Ink.SUCCESS, "");
            case DIFFERS ->
                    mark(
                            brush,
                            box,
                            row.agrees() ? Mark.CHECK : Mark.WARNING,
                            row.agrees() ? Ink.SUCCESS : Ink.ATTENTION,
                            row.agrees() ? "" : "≠");
            case EMPTY -> mark(brush, box, Mark.EMPTY, Ink.DANGER, "");
        }
    }

    private static void tally(Brush brush, Box box, int count, Mark mark, Ink ink) {
        if (count == 0) {
            mark(brush, box, Mark.DASH, Ink.LINE, "");
        } else {
            mark(brush, box, mark, ink, String.valueOf(count));
        }
    }

    private static void mark(Brush brush, Box box, Mark mark, Ink ink, String count) {
        double room = count.isEmpty() ? 0 : brush.widthOf(count) + 5;
        double x = box.centreX() - room / 2;
        brush.mark(mark, x, box.centreY(), 12, ink);
        if (!count.isEmpty()) {
            brush.text(
                    count, new Box(x + 11, box.y(), room + 4, box.height()), HPos.LEFT, Ink.TEXT);
        }
    }

    private VectorWord vector(Row row) {
        return row.vector() == Vector.MISSING && row.vectorOverdue()
                ? VectorWord.OVERDUE
                : VectorWord.valueOf(row.vector().name());
    }

    private String answersInWords(Row row) {
        return row.unanswered().isEmpty()
                ? words.count("dkg.answers", row.answersGiven().size())
                : words.say(
                        "dkg.answers.missing",
                        "given",
                        row.answersGiven().size(),
                        "missing",
                        indexes(row.unanswered()));
    }

    private String listed(String key, List<Integer> indexes) {
        return words.count(key, indexes.size(), "indexes", indexes(indexes));
    }

    private static String indexes(List<Integer> indexes) {
        return indexes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** How a vector stands, in words. */
    private enum VectorWord {
        MISSING,
        OVERDUE,
        POSTED,
        REPEATED,
        WRONG_SIZE,
        WRONG_INSTANCE
    }

    static int locate(List<NodeRow> rows, NodeRow wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).nodeId().equals(wanted.nodeId())) {
                return i;
            }
        }
        return -1;
    }
}
