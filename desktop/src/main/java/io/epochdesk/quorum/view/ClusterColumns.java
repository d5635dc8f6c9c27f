package io.epochdesk.quorum.view;

import io.epochdesk.quorum.CheckedCertificate;
import io.epochdesk.quorum.VoteCheck;
import io.epochdesk.quorum.view.ClusterRow.State;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Mine;
import io.epochdesk.ui.drawn.Box;
import io.epochdesk.ui.drawn.Brush;
import io.epochdesk.ui.drawn.GridColumn;
import io.epochdesk.ui.drawn.Ink;
import io.epochdesk.ui.drawn.Mark;

import javafx.geometry.HPos;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The columns in which clusters are drawn: name, bar, weight, state. */
final class ClusterColumns {

    private final Words words;
    private final Supplier<Mine> mine;

    /**
     * Columns in these words.
     *
     * @param mine the operator's nodes at the moment something is drawn
     */
    ClusterColumns(Words words, Supplier<Mine> mine) {
        this.words = words;
        this.mine = mine;
    }

    List<GridColumn<ClusterRow>> all() {
        return List.of(
                GridColumn.<ClusterRow>of(
                                "cluster",
                                words.say("quorum.column.cluster"),
                                84,
                                this::paintName,
                                row -> name(row) + mineInWords(row))
                        .copying(this::name),
                GridColumn.<ClusterRow>of(
                                "bar",
                                words.say("quorum.column.bar"),
                                160,
                                (brush, row, box) -> VoteBar.paint(brush, row, box, mine.get()),
                                this::barInWords)
                        .explained(words.say("quorum.column.bar.hint"))
                        .growing(1),
                GridColumn.<ClusterRow>of(
                                "weight",
                                words.say("quorum.column.weight"),
                                112,
                                (brush, row, box) ->
                                        twoLines(
                                                brush,
                                                box,
                                                HPos.RIGHT,
                                                Formats.number(row.leadingWeight())
                                                        + " / "
                                                        + Formats.number(row.tally().threshold()),
                                                Ink.TEXT,
                                                words.say(
                                                        "quorum.ofTotal",
                                                        "total",
                                                        row.tally().totalWeight())),
                                this::weightInWords)
                        .aligned(GridColumn.Align.RIGHT)
                        .explained(words.say("quorum.column.weight.hint")),
                GridColumn.<ClusterRow>of(
                                "state",
                                words.say("quorum.column.state"),
                                156,
                                this::paintState,
                                this::stateInFull)
                        .copying(this::stateInWords));
    }

    private void paintName(Brush brush, ClusterRow row, Box box) {
        twoLines(
                brush,
                box,
                HPos.LEFT,
                name(row),
                Ink.TEXT,
                words.count("quorum.nodes", row.tally().members().size()));
        if (row.tally().members().stream().anyMatch(member -> mine.get().has(member.nodeId()))) {
            brush.mark(Mark.STAR, box.right() - 6, upper(box).centreY(), 12, Ink.MINE);
        }
    }

    /** The operator's nodes in a cluster, a line each. */
    private String mineInWords(ClusterRow row) {
        return row.tally().members().stream()
                .flatMap(
                        member ->
                                mine.get().labelOf(member.nodeId()).stream()
                                        .map(
                                                label ->
                                                        words.say(
                                                                member.hasVoted()
                                                                        ? "quorum.mine.voted"
                                                                        : "quorum.mine.open",
                                                                "label",
                                                                label)))
                .map(line -> "\n" + line)
                .collect(Collectors.joining());
    }

    private void paintState(Brush brush, ClusterRow row, Box box) {
        brush.mark(mark(row.state()), box.x() + 8, box.centreY() - 8, 13, ink(row.state()));
        Ink text = row.state() == State.STUCK ? Ink.DANGER_TEXT : Ink.TEXT;
        Box words2 = box.after(24);
        brush.text(stateInWords(row), upper(words2), HPos.LEFT, text);
        brush.text(second(row), lower(words2), HPos.LEFT, secondInk(row));
    }

    private String second(ClusterRow row) {
        if (row.caseSplit()) {
            return words.say("quorum.caseSplit");
        }
        CheckedCertificate certificate = row.certificate();
        return certificate == null
                ? silentInWords(row)
                : words.name("quorum.certificate.short", certificate.check());
    }

    private static Ink secondInk(ClusterRow row) {
        CheckedCertificate certificate = row.certificate();
        boolean invalid = certificate != null && certificate.check() == VoteCheck.INVALID;
        return row.caseSplit() || invalid ? Ink.ATTENTION_TEXT : Ink.MUTED;
    }

    private static void twoLines(
            Brush brush, Box box, HPos align, String first, Ink ink, String second) {
        brush.text(first, upper(box), align, ink);
        brush.text(second, lower(box), align, Ink.MUTED);
    }

    private static Box upper(Box box) {
        return new Box(box.x(), box.centreY() - 17, box.width(), 17);
    }

    private static Box lower(Box box) {
        return new Box(box.x(), box.centreY(), box.width(), 17);
    }

    private String name(ClusterRow row) {
        return words.say("quorum.cluster", "cluster", row.index());
    }

    private String weightInWords(ClusterRow row) {
        return words.say(
                "quorum.weightInWords",
                "leading",
                row.leadingWeight(),
                "threshold",
                row.tally().threshold(),
                "total",
                row.tally().totalWeight());
    }

    private String barInWords(ClusterRow row) {
        String groups =
                row.segments().stream()
                        .map(
                                segment ->
                                        words.count(
                                                "quorum.segment",
                                                segment.group().votes(),
                                                "letter",
                                                segment.letter(),
                                                "weight",
                                                segment.group().weight(),
                                                "message",
                                                Formats.shortId(segment.group().message())))
                        .collect(Collectors.joining("\n"));
        String open =
                words.say(
                        "quorum.openWeight",
                        "weight",
                        row.tally().openWeight(),
                        "threshold",
                        row.tally().threshold());
        return (groups.isEmpty() ? "" : groups + "\n") + open + caseInWords(row) + mineInWords(row);
    }

    private String caseInWords(ClusterRow row) {
        return row.caseSplit() ? "\n" + words.say("quorum.caseSplit.why") : "";
    }

    private String stateInWords(ClusterRow row) {
        return words.name("quorum.state", row.state(), "missing", row.tally().missingWeight());
    }

    private String stateInFull(ClusterRow row) {
        CheckedCertificate certificate = row.certificate();
        String first =
                stateInWords(row)
                        + (certificate == null
                                ? ""
                                : "\n" + words.name("quorum.certificate", certificate.check()));
        return first + "\n" + silentInWords(row) + caseInWords(row);
    }

    private String silentInWords(ClusterRow row) {
        return words.count("quorum.silent", row.tally().missing().size());
    }

    private static Mark mark(State state) {
        return switch (state) {
            case DONE -> Mark.CHECK;
            case OPEN -> Mark.RING;
            case UNTOUCHED -> Mark.DASH;
            case STUCK -> Mark.WARNING;
        };
    }

    private static Ink ink(State state) {
        return switch (state) {
            case DONE -> Ink.SUCCESS;
            case OPEN -> Ink.PROGRESS;
            case UNTOUCHED -> Ink.CALM;
            case STUCK -> Ink.DANGER;
        };
    }
}
