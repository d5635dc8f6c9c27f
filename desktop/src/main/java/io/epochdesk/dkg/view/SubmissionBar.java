package io.epochdesk.dkg.view;

import io.epochdesk.dkg.DkgReview.Agreement;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.text.Words;
import io.epochdesk.ui.drawn.Box;
import io.epochdesk.ui.drawn.Brush;
import io.epochdesk.ui.drawn.DrawnControl;
import io.epochdesk.ui.drawn.Ink;
import io.epochdesk.ui.drawn.Mark;
import io.epochdesk.ui.drawn.Pattern;

import javafx.geometry.HPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Final submissions as one bar over the whole committee: the largest group of identical results,
 * the others in patterns of their own, empty ones apart at the right end, and notches at the native
 * and the safe threshold.
 */
final class SubmissionBar extends DrawnControl {

    private static final double BAR_TOP = 20;
    private static final double BAR_HEIGHT = 22;
    private static final double HEIGHT = 64;

    private final Words words;
    private Forecast forecast = Forecast.NONE;
    private List<SubmissionGroup> groups = List.of();
    private List<Agreement> agreements = List.of();

    SubmissionBar(Words words) {
        this.words = words;
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(Forecast next, List<SubmissionGroup> nextGroups, List<Agreement> nextAgreements) {
        forecast = next;
        groups = nextGroups;
        agreements = nextAgreements;
        redraw();
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? describe()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** The bar in words. */
    String describe() {
        return words.say(
                "dkg.submissions.words",
                "submitted",
                forecast.submitted(),
                "committee",
                forecast.committee(),
                "leading",
                forecast.leading(),
                "differing",
                forecast.differing(),
                "empty",
                forecast.empty(),
                "native",
                forecast.nativeNeeded(),
                "safe",
                forecast.needed());
    }

    @Override
    protected void paint(Brush brush, double width, double height) {
        Box bar = new Box(0, BAR_TOP, width, BAR_HEIGHT);
        brush.fill(bar, Ink.TRACK);
        double perNode = forecast.committee() == 0 ? 0 : width / forecast.committee();
        double from = 0;
        int place = 0;
        for (SubmissionGroup group : groups) {
            double length = group.count() * perNode;
            if (group.empty()) {
                Box box = bar.part(width - length, length);
                brush.stretch(box, Pattern.UNKNOWN, Ink.DANGER);
                count(brush, box, group.count(), Mark.EMPTY, true);
                continue;
            }
            Box box = bar.part(Math.rint(from), Math.rint(length));
            boolean good = isGood(group, place);
            brush.stretch(
                    box,
                    good ? Pattern.SOLID : Pattern.inTurn(Math.max(1, place)),
                    good ? leading() : Ink.ATTENTION);
            count(brush, box, group.count(), good ? Mark.CHECK : Mark.WARNING, !good);
            from += length;
            place++;
        }
        brush.outline(bar, 0, 1, Ink.EDGE);
        notches(brush, bar, perNode);
        legend(brush, width);
        if (isFocusVisible()) {
            brush.outline(new Box(0, 0, width, height), 3, 2, Ink.FOCUS);
        }
    }

    /** With a review the group that has the board's keys; without one the largest. */
    private boolean isGood(SubmissionGroup group, int place) {
        int index = groups.indexOf(group);
        Agreement agreement = index < agreements.size() ? agreements.get(index) : Agreement.UNKNOWN;
        return agreement == Agreement.AGREES || (agreement == Agreement.UNKNOWN && place == 0);
    }

    private void notches(Brush brush, Box bar, double perNode) {
        if (forecast.committee() == 0) {
            return;
        }
        double safe = Math.min(forecast.needed() * perNode, bar.width() - 1);
        double weak = Math.min(forecast.nativeNeeded() * perNode, bar.width() - 1);
        notch(
                brush,
                bar,
                safe,
                words.say("dkg.submissions.safe", "needed", forecast.needed()),
                Ink.TEXT);
        if (forecast.nativeNeeded() < forecast.needed()) {
            notch(
                    brush,
                    bar,
                    weak,
                    words.say("dkg.submissions.native", "needed", forecast.nativeNeeded()),
                    Ink.MUTED);
        }
    }

    private static void notch(Brush brush, Box bar, double x, String text, Ink ink) {
        brush.vertical(x, bar.y() - 4, bar.height() + 8, 2, ink);
        double room = brush.widthOf(text) + 2;
        // The label ends at its notch, so that those of both thresholds never meet.
        brush.text(text, new Box(Math.max(0, x - room - 2), 0, room, 14), HPos.RIGHT, ink);
        brush.polygon(ink, x - 4, bar.y() - 6, x + 4, bar.y() - 6, x, bar.y());
    }

    private void legend(Brush brush, double width) {
        String text =
                words.say(
                        "dkg.submissions.legend",
                        "leading",
                        forecast.leading(),
                        "differing",
                        forecast.differing(),
                        "empty",
                        forecast.empty(),
                        "open",
                        forecast.open());
        brush.text(text, new Box(0, BAR_TOP + BAR_HEIGHT + 5, width, 16), HPos.LEFT, Ink.MUTED);
    }

    private static void count(Brush brush, Box box, int count, Mark mark, boolean plate) {
        String text = String.valueOf(count);
        double room = brush.widthOf(text);
        if (box.width() < room + 22) {
            return;
        }
        // At the left, where no notch crosses it; in a short stretch there is no choice.
        double at = box.width() > 3 * room + 60 ? box.x() + 8 : box.centreX() - room / 2 - 9;
        Box inner = new Box(at, box.y() + 3, room + 18, box.height() - 6);
        if (plate) {
            brush.fillRound(inner, 3, Ink.SURFACE);
        }
        Ink ink = plate ? Ink.TEXT : Ink.ON_FILL;
        brush.mark(mark, inner.x() + 7, inner.centreY(), 9, ink);
        brush.text(text, inner.after(15), HPos.LEFT, ink);
    }

    private Ink leading() {
        return forecast.complete()
                ? Ink.SUCCESS
                : forecast.canComplete() ? Ink.PROGRESS : Ink.DANGER;
    }
}
