package io.epochdesk.fleet.view;

import io.epochdesk.history.Observations.Balance;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.drawn.Box;
import io.epochdesk.ui.drawn.Brush;
import io.epochdesk.ui.drawn.DrawnControl;
import io.epochdesk.ui.drawn.Ink;
import io.epochdesk.ui.drawn.Mark;

import javafx.geometry.HPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A machine account's balance over time as steps, with the minimum as a line. The pointer, or the
 * arrow keys, show the exact figure of a moment.
 */
final class BalancePlot extends DrawnControl {

    private static final double LEFT = 56;
    private static final double BELOW = 22;
    private static final double ABOVE = 20;
    private static final int LEVELS = 4;

    private final Formats formats;
    private final Words words;
    private List<Balance> balances = List.of();
    private @Nullable BigDecimal minimum;
    private Instant from = Instant.EPOCH;
    private Instant until = Instant.EPOCH;
    private int chosen = -1;

    BalancePlot(Formats formats) {
        this.formats = formats;
        words = formats.words();
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinHeight(96);
        setPrefHeight(160);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> choose(at(event.getX())));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> choose(-1));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        describe();
    }

    /**
     * Shows balances.
     *
     * @param seen oldest first; the first may lie before {@code begin}
     * @param least what the account should have, or null
     */
    void show(List<Balance> seen, @Nullable BigDecimal least, Instant begin, Instant now) {
        balances = seen;
        minimum = least;
        from = begin;
        until = now;
        chosen = Math.min(chosen, seen.size() - 1);
        describe();
        redraw();
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case LEFT -> choose(Math.max(0, (chosen < 0 ? balances.size() : chosen) - 1));
            case RIGHT -> choose(Math.min(balances.size() - 1, chosen + 1));
            case HOME -> choose(balances.isEmpty() ? -1 : 0);
            case END -> choose(balances.size() - 1);
            case ESCAPE -> choose(-1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void choose(int next) {
        int valid = balances.isEmpty() ? -1 : next;
        if (valid != chosen) {
            chosen = valid;
            describe();
            redraw();
        }
    }

    private int at(double x) {
        double share = (x - LEFT) / Math.max(1, getWidth() - LEFT);
        long millis =
                from.toEpochMilli() + (long) (share * Duration.between(from, until).toMillis());
        int found = -1;
        for (int i = 0; i < balances.size(); i++) {
            if (balances.get(i).at().toEpochMilli() <= millis) {
                found = i;
            }
        }
        return x < LEFT ? -1 : found;
    }

    private void describe() {
        String text;
        if (balances.isEmpty()) {
            text = words.say("fleet.plot.empty");
        } else {
            Balance told = balances.get(chosen < 0 ? balances.size() - 1 : chosen);
            text = said(told);
        }
        setAccessibleText(text);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private String said(Balance balance) {
        return words.say(
                "fleet.plot.at",
                "balance",
                Formats.flow(balance.amount()),
                "time",
                formats.instant(balance.at(), until),
                "height",
                balance.height());
    }

    @Override
    protected void paint(Brush brush, double width, double height) {
        Box area = new Box(LEFT, ABOVE, width - LEFT, height - ABOVE - BELOW);
        if (balances.isEmpty()) {
            brush.text(
                    words.say("fleet.plot.empty"),
                    new Box(0, 0, width, height),
                    HPos.CENTER,
                    Ink.MUTED);
            return;
        }
        double least = minimum == null ? 0 : minimum.doubleValue();
        double most =
                balances.stream().mapToDouble(each -> each.amount().doubleValue()).max().orElse(0);
        double step = step(Math.max(Math.max(most, least * 1.5), 0.01));
        int levels = (int) Math.ceil(Math.max(Math.max(most, least * 1.5), 0.01) * 1.02 / step);
        double top = step * levels;
        levels(brush, area, step, levels);
        moments(brush, area);
        steps(brush, area, top, least);
        if (least > 0) {
            minimum(brush, area, area.bottom() - area.height() * least / top);
        }
        if (chosen >= 0) {
            cursor(brush, area, top);
        }
        if (isFocusVisible()) {
            brush.outline(new Box(0, 0, width, height), 4, 2, Ink.FOCUS);
        }
    }

    private void levels(Brush brush, Box area, double step, int levels) {
        for (int i = 0; i <= levels; i++) {
            double y = area.bottom() - area.height() * i / levels;
            brush.horizontal(area.x(), y, area.width(), Ink.LINE);
            brush.text(
                    Formats.decimal(
                            BigDecimal.valueOf(step * i)
                                    .setScale(8, RoundingMode.HALF_UP)
                                    .stripTrailingZeros()),
                    new Box(0, y - 8, LEFT - 8, 16),
                    HPos.RIGHT,
                    Ink.MUTED);
        }
    }

    private void moments(Brush brush, Box area) {
        Duration span = Duration.between(from, until);
        int count = moments(span);
        double each = area.width() / count;
        for (int i = 0; i < count; i++) {
            Instant moment = from.plus(span.multipliedBy(i).dividedBy(count));
            brush.vertical(area.x() + each * i, area.bottom(), 4, 1, Ink.EDGE);
            brush.text(
                    formats.distance(moment, until),
                    new Box(area.x() + each * i + 4, area.bottom() + 3, each - 6, 16),
                    HPos.LEFT,
                    Ink.MUTED);
        }
    }

    /** So many that each is a round number of hours or days. */
    private static int moments(Duration span) {
        return span.toDays() > 7 ? 3 : span.toDays() > 1 ? 7 : 4;
    }

    private void steps(Brush brush, Box area, double top, double least) {
        double x = -1;
        double y = 0;
        for (int i = 0; i < balances.size(); i++) {
            double amount = balances.get(i).amount().doubleValue();
            double level = area.bottom() - area.height() * amount / top;
            double begin = x(area, balances.get(i).at());
            double end = i + 1 < balances.size() ? x(area, balances.get(i + 1).at()) : area.right();
            Ink ink = amount < least ? Ink.DANGER : Ink.PROGRESS;
            brush.tint(
                    new Box(begin, level, Math.max(0, end - begin), area.bottom() - level),
                    0,
                    ink,
                    0.12);
            if (x >= 0) {
                brush.line(begin, y, begin, level, 2, ink);
            }
            brush.line(begin, level, end, level, 2, ink);
            x = begin;
            y = level;
        }
    }

    private void minimum(Brush brush, Box area, double y) {
        for (double x = area.x(); x < area.right(); x += 10) {
            brush.horizontal(x, y, Math.min(6, area.right() - x), Ink.TEXT);
        }
        brush.text(
                words.say("fleet.plot.minimum"),
                new Box(area.x() + 6, y - 17, area.width() - 12, 16),
                HPos.RIGHT,
                Ink.TEXT);
    }

    private void cursor(Brush brush, Box area, double top) {
        Balance told = balances.get(chosen);
        double x = x(area, told.at());
        double y = area.bottom() - area.height() * told.amount().doubleValue() / top;
        brush.vertical(x, area.y(), area.height(), 1, Ink.TEXT);
        brush.mark(Mark.DOT, x, y, 10, Ink.TEXT);
        brush.text(said(told), new Box(area.x(), 0, area.width(), ABOVE - 2), HPos.LEFT, Ink.TEXT);
    }

    private double x(Box area, Instant at) {
        double span = Math.max(1, Duration.between(from, until).toMillis());
        double share = Duration.between(from, at).toMillis() / span;
        return area.x() + area.width() * Math.clamp(share, 0, 1);
    }

    /** The distance of two levels: 1, 2, 2.5 or 5 times a power of ten, four or so of them. */
    private static double step(double value) {
        double rough = value / LEVELS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double nice : new double[] {1, 2, 2.5, 5}) {
            if (nice * power >= rough) {
                return nice * power;
            }
        }
        return 10 * power;
    }
}
