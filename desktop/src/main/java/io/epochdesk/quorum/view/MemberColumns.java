package io.epochdesk.quorum.view;

import io.epochdesk.quorum.view.MemberRow.Vote;
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

/** The columns of the members' table: node, weight, vote, check, first seen. */
final class MemberColumns {

    private final Words words;
    private final Supplier<Mine> mine;

    /**
     * Columns in these words.
     *
     * @param mine the operator's nodes at the moment something is drawn
     */
    MemberColumns(Words words, Supplier<Mine> mine) {
        this.words = words;
        this.mine = mine;
    }

    List<GridColumn<MemberRow>> all() {
        return List.of(
                GridColumn.<MemberRow>of(
                                "node",
                                words.say("quorum.column.node"),
                                108,
                                this::paintNode,
                                this::nodeInWords)
                        .copying(MemberRow::nodeId)
                        .growing(0.4)
                        .sorted(),
                GridColumn.<MemberRow>of(
                                "weight",
                                words.say("quorum.column.memberWeight"),
                                52,
                                (brush, row, box) ->
                                        brush.text(
                                                Formats.number(row.weight()),
                                                box,
                                                HPos.RIGHT,
                                                Ink.TEXT),
                                row -> Formats.number(row.weight()))
                        .aligned(GridColumn.Align.RIGHT)
                        .copying(row -> String.valueOf(row.weight()))
                        .sorted(),
                GridColumn.<MemberRow>of(
                                "vote",
                                words.say("quorum.column.vote"),
                                118,
                                this::paintVote,
                                this::voteInWords)
                        .growing(0.6)
                        .sorted(),
                GridColumn.<MemberRow>of(
                                "check",
                                words.say("quorum.column.check"),
                                92,
                                this::paintCheck,
                                this::checkInWords)
                        .explained(words.say("quorum.column.check.hint"))
                        .growing(0.4)
                        .sorted(),
                GridColumn.<MemberRow>of(
                                "seen",
                                words.say("quorum.column.seen"),
                                94,
                                (brush, row, box) ->
                                        brush.text(seenAt(row), box, HPos.RIGHT, Ink.MUTED),
                                this::seenInWords)
                        .aligned(GridColumn.Align.RIGHT)
                        .explained(words.say("quorum.column.seen.hint"))
                        .copying(this::seenAt));
    }

    /** A node by its ID, and what the operator calls it if it is theirs. */
    String nodeInWords(MemberRow row) {
        return mine.get()
                .labelOf(row.nodeId())
                .map(label -> words.say("quorum.mine", "label", label, "node", row.nodeId()))
                .orElse(row.nodeId());
    }

    private void paintNode(Brush brush, MemberRow row, Box box) {
        String label = mine.get().labelOf(row.nodeId()).orElse(null);
        if (label == null) {
            brush.shortened(Formats.shortId(row.nodeId()), box, Ink.TEXT);
        } else {
            brush.mark(Mark.STAR, box.x() + 6, box.centreY(), 12, Ink.MINE);
            brush.text(label, box.after(17), HPos.LEFT, Ink.TEXT);
        }
    }

    String voteInWords(MemberRow row) {
        return words.name("quorum.vote", row.vote(), "letter", row.letter());
    }

    /** What the check found, in a word or two; empty when there is no vote to check. */
    String checkInWords(MemberRow row) {
        return row.vote() == Vote.MISSING ? "" : words.name("quorum.check", row.check());
    }

    /** What the check found, in a sentence. */
    String checkInFull(MemberRow row) {
        return words.name("quorum.details.check", row.check());
    }

    String seenInWords(MemberRow row) {
        Sighting seen = row.seen();
        if (seen == null) {
            return "";
        }
        return seen.after() < 0
                ? words.say("quorum.seen.first", "height", seen.height())
                : words.say("quorum.seen.between", "after", seen.after(), "height", seen.height());
    }

    private String seenAt(MemberRow row) {
        Sighting seen = row.seen();
        return seen == null ? "" : (seen.after() < 0 ? "≤ " : "") + Formats.number(seen.height());
    }

    private void paintVote(Brush brush, MemberRow row, Box box) {
        brush.mark(mark(row.vote()), box.x() + 7, box.centreY(), 12, ink(row.vote()));
        Ink text = row.vote() == Vote.OTHER_MESSAGE ? Ink.ATTENTION_TEXT : Ink.TEXT;
        brush.text(voteInWords(row), box.after(20), HPos.LEFT, text);
    }

    private void paintCheck(Brush brush, MemberRow row, Box box) {
        if (row.vote() == Vote.MISSING) {
            return;
        }
        switch (row.check()) {
            case VERIFIED -> {
                brush.mark(Mark.CHECK, box.x() + 7, box.centreY(), 12, Ink.SUCCESS);
                brush.text(checkInWords(row), box.after(20), HPos.LEFT, Ink.TEXT);
            }
            case INVALID -> {
                brush.mark(Mark.WARNING, box.x() + 7, box.centreY(), 12, Ink.ATTENTION);
                brush.text(checkInWords(row), box.after(20), HPos.LEFT, Ink.ATTENTION_TEXT);
            }
            case UNCHECKED -> {
                brush.mark(Mark.RING, box.x() + 7, box.centreY(), 12, Ink.CALM);
                brush.text(checkInWords(row), box.after(20), HPos.LEFT, Ink.MUTED);
            }
        }
    }

    private static Mark mark(Vote vote) {
        return switch (vote) {
            case MISSING -> Mark.RING;
            case OTHER_MESSAGE -> Mark.WARNING;
            case COUNTED -> Mark.CHECK;
        };
    }

    private static Ink ink(Vote vote) {
        return switch (vote) {
            case MISSING -> Ink.CALM;
            case OTHER_MESSAGE -> Ink.ATTENTION;
            case COUNTED -> Ink.SUCCESS;
        };
    }
}
