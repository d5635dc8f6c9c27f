package io.epochdesk.quorum.view;

import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.view.ClusterRow.Segment;
import io.epochdesk.quorum.view.ClusterRow.State;
import io.epochdesk.ui.Mine;
import io.epochdesk.ui.drawn.Box;
import io.epochdesk.ui.drawn.Brush;
import io.epochdesk.ui.drawn.Ink;
import io.epochdesk.ui.drawn.Pattern;

import javafx.geometry.HPos;

import java.util.List;

/**
 * Draws a cluster's weight: a stretch per distinct message in the order of weight, each with its
 * own pattern and letter, the weight that has not voted hollow, a notch where one message reaches
 * the threshold, and a tick below the weight of each of the operator's nodes.
 */
final class VoteBar {

    private static final double SHARE = 0.42;
    private static final double LEAST_FOR_LETTER = 16;

    private VoteBar() {}

    static void paint(Brush brush, ClusterRow row, Box cell, Mine mine) {
        double height = Math.rint(cell.height() * SHARE);
        Box bar = new Box(cell.x(), Math.rint(cell.centreY() - height / 2), cell.width(), height);
        brush.fill(bar, Ink.TRACK);
        double total = Math.max(1, row.tally().totalWeight());
        double from = 0;
        for (int i = 0; i < row.segments().size(); i++) {
            Segment segment = row.segments().get(i);
            double to = from + bar.width() * segment.group().weight() / total;
            Box stretch = bar.part(Math.rint(from), Math.rint(to) - Math.rint(from));
            brush.stretch(stretch, i == 0 ? Pattern.SOLID : Pattern.inTurn(i), ink(row, i));
            if (stretch.width() >= LEAST_FOR_LETTER) {
                letter(brush, segment.letter(), stretch, i == 0);
            }
            if (i > 0) {
                brush.vertical(stretch.x(), bar.y(), height, 1, Ink.SURFACE);
            }
            ticks(
                    brush,
                    bar,
                    from,
                    bar.width() / total,
                    mine,
                    voters(row, segment.group().message()));
            from = to;
        }
        ticks(brush, bar, from, bar.width() / total, mine, row.tally().missing());
        brush.outline(bar, 0, 1, Ink.EDGE);
        notch(brush, bar, bar.x() + bar.width() * Math.min(1, row.tally().threshold() / total));
    }

    private static List<ClusterVoter> voters(ClusterRow row, String message) {
        return row.tally().members().stream()
                .filter(member -> message.equals(member.message()))
                .toList();
    }

    /** Own nodes stand first in their stretch: where in it a vote lies has no meaning. */
    private static void ticks(
            Brush brush,
            Box bar,
            double from,
            double perWeight,
            Mine mine,
            List<ClusterVoter> members) {
        double at = bar.x() + from;
        for (ClusterVoter member : members) {
            if (mine.has(member.nodeId())) {
                double width = member.weight() * perWeight;
                double middle = Math.rint(at + width / 2);
                double below = bar.bottom() + 2;
                brush.polygon(
                        Ink.MINE, middle, below, middle + 5, below + 8, middle - 5, below + 8);
                at += width;
            }
        }
    }

    private static void letter(Brush brush, String letter, Box stretch, boolean leading) {
        if (leading) {
            brush.text(letter, stretch, HPos.CENTER, Ink.ON_FILL);
            return;
        }
        // On a pattern a letter needs a quiet ground.
        Box plate = new Box(stretch.centreX() - 7, stretch.y() + 3, 14, stretch.height() - 6);
        brush.fillRound(plate, 3, Ink.SURFACE);
        brush.text(letter, plate, HPos.CENTER, Ink.TEXT);
    }

    private static void notch(Brush brush, Box bar, double x) {
        double at = Math.rint(Math.min(x, bar.right() - 1));
        brush.vertical(at, bar.y() - 5, bar.height() + 10, 2, Ink.TEXT);
        brush.polygon(Ink.TEXT, at - 5, bar.y() - 8, at + 5, bar.y() - 8, at, bar.y() - 1);
    }

    private static Ink ink(ClusterRow row, int place) {
        if (place > 0) {
            return Ink.ATTENTION;
        }
        return row.state() == State.DONE
                ? Ink.SUCCESS
                : row.state() == State.STUCK ? Ink.DANGER : Ink.PROGRESS;
    }
}
