package io.epochdesk.board.view;

import io.epochdesk.ui.drawn.Box;
import io.epochdesk.ui.drawn.Brush;
import io.epochdesk.ui.drawn.DrawnControl;
import io.epochdesk.ui.drawn.Ink;
import io.epochdesk.ui.drawn.Mark;

import javafx.scene.AccessibleRole;

import java.util.List;
import java.util.Set;

/** The DKG's committee as one field a node, in committee order; a shape and a colour a state. */
final class CommitteeGrid extends DrawnControl {

    private static final double LARGEST = 48;
    private static final double SMALLEST = 6;
    private static final double MARKED = 12;

    private List<NodeStep> steps = List.of();
    private Set<Integer> mine = Set.of();

    CommitteeGrid() {
        setAccessibleRole(AccessibleRole.TEXT);
        setMinHeight(0);
        setPrefHeight(0);
    }

    /**
     * Shows a committee.
     *
     * @param own positions of the operator's nodes
     */
    void show(List<NodeStep> next, Set<Integer> own, String words) {
        setAccessibleText(words);
        setFocusTraversable(!next.isEmpty());
        if (!next.equals(steps) || !own.equals(mine)) {
            steps = next;
            mine = own;
            redraw();
        }
    }

    @Override
    protected void paint(Brush brush, double width, double height) {
        double side = side(width, height);
        if (side < SMALLEST) {
            return;
        }
        int columns = (int) (width / side);
        for (int i = 0; i < steps.size(); i++) {
            int row = i / columns;
            Box field =
                    new Box((i % columns) * side, row * side, side, side)
                            .inset(side / 10, side / 10);
            paint(brush, field, steps.get(i));
            if (mine.contains(i)) {
                brush.outline(field.inset(-side / 20, -side / 20), 4, 2, Ink.MINE);
                if (field.width() >= MARKED) {
                    star(brush, field);
                }
            }
        }
        if (isFocusVisible()) {
            brush.outline(new Box(0, 0, width, height), 3, 2, Ink.FOCUS);
        }
    }

    private static void star(Brush brush, Box field) {
        double size = Math.max(10, field.width() * 0.4);
        brush.mark(Mark.STAR, field.right() - size * 0.1, field.y() + size * 0.1, size, Ink.MINE);
    }

    private static void paint(Brush brush, Box field, NodeStep step) {
        switch (step) {
            case NOTHING -> brush.outline(field, 3, 1, Ink.EDGE);
            case VECTOR -> {
                brush.tint(field, 3, Ink.PROGRESS, 0.35);
                mark(brush, field, Mark.DOT, Ink.PROGRESS);
            }
            case AGREES -> {
                brush.fillRound(field, 3, Ink.SUCCESS);
                mark(brush, field, Mark.CHECK, Ink.ON_FILL);
            }
            case ODD -> {
                brush.tint(field, 3, Ink.ATTENTION, 0.25);
                brush.outline(field, 3, 1, Ink.ATTENTION);
                mark(brush, field, Mark.WARNING, Ink.ATTENTION);
            }
            case LATE -> {
                brush.outline(field, 3, 1, Ink.DANGER);
                mark(brush, field, Mark.CROSS, Ink.DANGER);
            }
        }
    }

    private static void mark(Brush brush, Box field, Mark mark, Ink ink) {
        if (field.width() >= MARKED) {
            brush.mark(mark, field.centreX(), field.centreY(), field.width() * 0.55, ink);
        }
    }

    /** The largest field with which all fit. */
    private double side(double width, double height) {
        if (steps.isEmpty() || width < SMALLEST) {
            return 0;
        }
        double side = Math.min(LARGEST, width);
        while (side >= SMALLEST
                && Math.ceil(steps.size() / Math.floor(width / side)) * side > height) {
            side--;
        }
        return side;
    }
}
