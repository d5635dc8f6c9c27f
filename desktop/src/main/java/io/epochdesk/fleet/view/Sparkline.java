package io.epochdesk.fleet.view;

import io.epochdesk.history.Observations.Balance;
import io.epochdesk.ui.drawn.Box;
import io.epochdesk.ui.drawn.Brush;
import io.epochdesk.ui.drawn.Ink;

import java.util.List;

/** Draws balances as steps, with the minimum as a line: below it the steps are in danger's ink. */
final class Sparkline {

    private Sparkline() {}

    static void paint(Brush brush, NodeRow row, Box box) {
        List<Balance> trend = row.trend();
        if (trend.isEmpty()) {
            return;
        }
        double minimum = row.minimum() == null ? 0 : row.minimum().doubleValue();
        double most =
                trend.stream().mapToDouble(each -> each.amount().doubleValue()).max().orElse(0);
        double top = Math.max(most, 2 * minimum) * 1.1;
        if (top <= 0) {
            brush.horizontal(box.x(), box.bottom() - 1, box.width(), Ink.EDGE);
            return;
        }
        if (minimum > 0) {
            dashes(brush, box, box.bottom() - box.height() * minimum / top);
        }
        long first = trend.getFirst().at().toEpochMilli();
        long last = trend.getLast().at().toEpochMilli();
        double perMilli = last == first ? 0 : box.width() / (last - first);
        double x = box.x();
        double y = box.bottom() - box.height() * trend.getFirst().amount().doubleValue() / top;
        for (int i = 0; i < trend.size(); i++) {
            double amount = trend.get(i).amount().doubleValue();
            boolean end = i == trend.size() - 1;
            double until =
                    end
                            ? box.right()
                            : box.x() + (trend.get(i + 1).at().toEpochMilli() - first) * perMilli;
            double level = box.bottom() - box.height() * amount / top;
            Ink ink = amount < minimum ? Ink.DANGER : Ink.PROGRESS;
            brush.line(x, y, x, level, 1.5, ink);
            brush.line(x, level, until, level, 1.5, ink);
            x = until;
            y = level;
        }
    }

    private static void dashes(Brush brush, Box box, double y) {
        for (double x = box.x(); x < box.right(); x += 6) {
            brush.horizontal(x, y, Math.min(3, box.right() - x), Ink.MUTED);
        }
    }
}
