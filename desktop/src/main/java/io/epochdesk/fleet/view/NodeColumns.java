package io.epochdesk.fleet.view;

import io.epochdesk.doctor.Verdict;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.drawn.Box;
import io.epochdesk.ui.drawn.Brush;
import io.epochdesk.ui.drawn.GridColumn;
import io.epochdesk.ui.drawn.Ink;
import io.epochdesk.ui.drawn.Mark;

import javafx.geometry.HPos;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The columns of the table of nodes, two lines a cell. */
final class NodeColumns {

    private final Words words;

    NodeColumns(Words words) {
        this.words = words;
    }

    List<GridColumn<NodeRow>> all() {
        return List.of(
                GridColumn.<NodeRow>of(
                                "node",
                                words.say("fleet.column.node"),
                                130,
                                this::paintNode,
                                row ->
                                        words.say(
                                                "fleet.node",
                                                "label",
                                                row.label(),
                                                "node",
                                                row.nodeId()))
                        .copying(NodeRow::nodeId)
                        .growing(0.5)
                        .sorted(),
                GridColumn.<NodeRow>of(
                                "role",
                                words.say("fleet.column.role"),
                                98,
                                (brush, row, box) ->
                                        twoLines(brush, box, row.role(), Ink.TEXT, row.place()),
                                row -> row.role() + "\n" + row.place())
                        .sorted(),
                GridColumn.<NodeRow>of(
                                "epochs",
                                words.say("fleet.column.epochs"),
                                78,
                                this::paintEpochs,
                                this::epochsInWords)
                        .explained(words.say("fleet.column.epochs.hint"))
                        .sorted(),
                GridColumn.<NodeRow>of(
                                "account",
                                words.say("fleet.column.account"),
                                138,
                                this::paintAccount,
                                row -> (accountOf(row) + "\n" + row.holds()).strip())
                        .copying(NodeRow::account)
                        .explained(words.say("fleet.column.account.hint"))
                        .growing(0.3)
                        .sorted(),
                GridColumn.<NodeRow>of(
                                "balance",
                                words.say("fleet.column.balance"),
                                154,
                                this::paintBalance,
                                this::balanceInWords)
                        .copying(row -> row.balance() == null ? "" : row.balance().toPlainString())
                        .explained(words.say("fleet.column.balance.hint"))
                        .growing(0.8)
                        .sorted(),
                GridColumn.<NodeRow>of(
                                "used",
                                words.say("fleet.column.used"),
                                106,
                                (brush, row, box) ->
                                        brush.text(row.used(), box, HPos.LEFT, Ink.TEXT),
                                NodeRow::used)
                        .explained(words.say("fleet.column.used.hint"))
                        .sorted(),
                GridColumn.<NodeRow>of(
                                "verdict",
                                words.say("fleet.column.verdict"),
                                220,
                                this::paintVerdict,
                                row ->
                                        words.name("fleet.verdict", row.verdict())
                                                + "\n"
                                                + row.reason())
                        .growing(1.6)
                        .sorted());
    }

    private void paintNode(Brush brush, NodeRow row, Box box) {
        brush.text(row.label(), upper(box), HPos.LEFT, Ink.TEXT);
        brush.mono(Formats.shortId(row.nodeId()), lower(box), HPos.LEFT, Ink.MUTED);
    }

    private void paintEpochs(Brush brush, NodeRow row, Box box) {
        epoch(brush, upper(box), row.inEpoch(), words.say("fleet.epochs.now"));
        epoch(brush, lower(box), row.inNext(), words.say("fleet.epochs.next"));
    }

    private static void epoch(Brush brush, Box box, @Nullable Boolean in, String word) {
        Mark mark = in == null ? Mark.RING : in ? Mark.CHECK : Mark.DASH;
        Ink ink = in == null ? Ink.UNKNOWN : in ? Ink.SUCCESS : Ink.EDGE;
        brush.mark(mark, box.x() + 6, box.centreY(), 11, ink);
        brush.text(word, box.after(17), HPos.LEFT, Boolean.TRUE.equals(in) ? Ink.TEXT : Ink.MUTED);
    }

    private void paintAccount(Brush brush, NodeRow row, Box box) {
        if (row.account().isEmpty()) {
            brush.text(accountOf(row), box, HPos.LEFT, Ink.MUTED);
            return;
        }
        brush.mono(row.account(), upper(box), HPos.LEFT, Ink.TEXT);
        brush.text(row.holds(), lower(box), HPos.LEFT, Ink.MUTED);
    }

    private String accountOf(NodeRow row) {
        return row.account().isEmpty() ? words.say("fleet.account.none") : row.account();
    }

    private void paintBalance(Brush brush, NodeRow row, Box box) {
        if (row.balance() == null) {
            return;
        }
        double figures = 62;
        Sparkline.paint(
                brush,
                row,
                new Box(box.x(), box.y() + 8, box.width() - figures - 10, box.height() - 16));
        brush.text(
                Formats.decimal(row.balance()),
                new Box(box.right() - figures, box.y(), figures, box.height()),
                HPos.RIGHT,
                row.isShort() ? Ink.DANGER_TEXT : Ink.TEXT);
    }

    private void paintVerdict(Brush brush, NodeRow row, Box box) {
        brush.mark(mark(row.verdict()), box.x() + 8, upper(box).centreY(), 13, ink(row.verdict()));
        Ink text =
                switch (row.verdict()) {
                    case UNFIT -> Ink.DANGER_TEXT;
                    case AT_RISK -> Ink.ATTENTION_TEXT;
                    case FIT, UNKNOWN -> Ink.TEXT;
                };
        Box rest = box.after(22);
        brush.text(words.name("fleet.verdict", row.verdict()), upper(rest), HPos.LEFT, text);
        brush.text(row.reason(), lower(rest), HPos.LEFT, Ink.MUTED);
    }

    private String epochsInWords(NodeRow row) {
        return words.say(
                "fleet.epochs", "now", inWords(row.inEpoch()), "next", inWords(row.inNext()));
    }

    private String inWords(@Nullable Boolean in) {
        return words.say(
                in == null ? "fleet.epochs.unknown" : in ? "fleet.epochs.in" : "fleet.epochs.out");
    }

    private String balanceInWords(NodeRow row) {
        if (row.balance() == null) {
            return words.say("fleet.balance.unknown");
        }
        return row.minimum() == null
                ? Formats.flow(row.balance())
                : words.say(
                        "fleet.balance",
                        "balance",
                        Formats.flow(row.balance()),
                        "minimum",
                        Formats.flow(row.minimum()));
    }

    private static void twoLines(Brush brush, Box box, String first, Ink ink, String second) {
        brush.text(first, second.isEmpty() ? box : upper(box), HPos.LEFT, ink);
        brush.text(second, lower(box), HPos.LEFT, Ink.MUTED);
    }

    private static Box upper(Box box) {
        return new Box(box.x(), box.centreY() - 17, box.width(), 17);
    }

    private static Box lower(Box box) {
        return new Box(box.x(), box.centreY(), box.width(), 17);
    }

    private static Mark mark(Verdict verdict) {
        return switch (verdict) {
            case FIT -> Mark.CHECK;
            case AT_RISK -> Mark.WARNING;
            case UNFIT -> Mark.CROSS;
            case UNKNOWN -> Mark.RING;
        };
    }

    private static Ink ink(Verdict verdict) {
        return switch (verdict) {
            case FIT -> Ink.SUCCESS;
            case AT_RISK -> Ink.ATTENTION;
            case UNFIT -> Ink.DANGER;
            case UNKNOWN -> Ink.UNKNOWN;
        };
    }
}
