package io.epochdesk.ui.drawn;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/**
 * Draws lines, shapes, marks and text in the inks of a control. Coordinates are those of its
 * canvas.
 */
public final class Brush {

    /** Of an ID, so many digits at its beginning are always told. */
    private static final int FEWEST_DIGITS = 2;

    private static final double HATCH_STEP = 6;

    private final GraphicsContext canvas;
    private final DrawnControl control;

    Brush(GraphicsContext canvas, DrawnControl control) {
        this.canvas = canvas;
        this.control = control;
        canvas.setTextBaseline(VPos.CENTER);
        canvas.setTextAlign(TextAlignment.LEFT);
        canvas.setLineCap(StrokeLineCap.BUTT);
        canvas.setLineJoin(StrokeLineJoin.ROUND);
        canvas.setLineWidth(1);
    }

    /** Fills a rectangle. */
    public void fill(Box box, Ink ink) {
        canvas.setFill(control.paint(ink));
        canvas.fillRect(box.x(), box.y(), box.width(), box.height());
    }

    /** Fills a rectangle with round corners. */
    public void fillRound(Box box, double radius, Ink ink) {
        canvas.setFill(control.paint(ink));
        canvas.fillRoundRect(box.x(), box.y(), box.width(), box.height(), radius * 2, radius * 2);
    }

    /** Fills a rectangle with round corners in a tint of the ink, from 0 to 1. */
    public void tint(Box box, double radius, Ink ink, double strength) {
        canvas.setFill(tinted(control.paint(ink), strength));
        canvas.fillRoundRect(box.x(), box.y(), box.width(), box.height(), radius * 2, radius * 2);
    }

    /** Draws the outline of a rectangle on whole pixels. */
    public void outline(Box box, double radius, double thickness, Ink ink) {
        canvas.setStroke(control.paint(ink));
        canvas.setLineWidth(thickness);
        double inset = thickness / 2;
        canvas.strokeRoundRect(
                Math.rint(box.x()) + inset,
                Math.rint(box.y()) + inset,
                Math.rint(box.width()) - thickness,
                Math.rint(box.height()) - thickness,
                radius * 2,
                radius * 2);
    }

    /** A horizontal line of one pixel. */
    public void horizontal(double x, double y, double width, Ink ink) {
        canvas.setFill(control.paint(ink));
        canvas.fillRect(x, Math.rint(y), width, 1);
    }

    /** A vertical line of whole pixels. */
    public void vertical(double x, double y, double height, double thickness, Ink ink) {
        canvas.setFill(control.paint(ink));
        canvas.fillRect(Math.rint(x - thickness / 2), y, thickness, height);
    }

    /** Any straight line. */
    public void line(double x1, double y1, double x2, double y2, double thickness, Ink ink) {
        canvas.setStroke(control.paint(ink));
        canvas.setLineWidth(thickness);
        canvas.strokeLine(x1, y1, x2, y2);
    }

    /** Fills a polygon given as x1, y1, x2, y2, … */
    public void polygon(Ink ink, double... points) {
        double[] xs = new double[points.length / 2];
        double[] ys = new double[points.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = points[2 * i];
            ys[i] = points[2 * i + 1];
        }
        canvas.setFill(control.paint(ink));
        canvas.fillPolygon(xs, ys, xs.length);
    }

    /**
     * A line of text, centred vertically in the box, cut with an ellipsis where it does not fit.
     * Returns its width.
     */
    public double text(String text, Box box, HPos align, Ink ink) {
        return write(text, box, align, ink, control.text());
    }

    /** As {@link #text}, in the font of IDs and figures. */
    public double mono(String text, Box box, HPos align, Ink ink) {
        return write(text, box, align, ink, control.mono());
    }

    /**
     * An ID shortened in its middle, in the font of IDs, aligned to the left: what it begins with
     * is shortened further as far as the box needs it, its end stays.
     */
    public double shortened(String id, Box box, Ink ink) {
        String shown = id;
        for (int cut = id.indexOf('…');
                cut > FEWEST_DIGITS && monoWidthOf(shown) > box.width();
                cut--) {
            shown = shown.substring(0, cut - 1) + shown.substring(cut);
        }
        return mono(shown, box, HPos.LEFT, ink);
    }

    /** How wide the text would be. */
    public double widthOf(String text) {
        return control.text().width(text);
    }

    /** How wide the text would be in the font of IDs. */
    public double monoWidthOf(String text) {
        return control.mono().width(text);
    }

    /** A stretch of a bar. */
    public void stretch(Box box, Pattern pattern, Ink ink) {
        switch (pattern) {
            case SOLID -> fill(box, ink);
            case RISING -> hatched(box, ink, true, HATCH_STEP);
            case FALLING -> hatched(box, ink, false, HATCH_STEP);
            case DOTTED -> dotted(box, ink);
            case HOLLOW -> outline(box, 0, 1, ink);
            case UNKNOWN -> {
                hatches(box, ink, true, HATCH_STEP * 2);
                outline(box, 0, 1, ink);
            }
        }
    }

    /** A mark of the given size about its centre. */
    public void mark(Mark mark, double x, double y, double size, Ink ink) {
        double r = size / 2;
        Paint paint = control.paint(ink);
        canvas.setStroke(paint);
        canvas.setFill(paint);
        canvas.setLineWidth(Math.max(1.5, size / 7));
        canvas.setLineCap(StrokeLineCap.ROUND);
        switch (mark) {
            case CHECK ->
                    canvas.strokePolyline(
                            new double[] {x - r * 0.8, x - r * 0.2, x + r * 0.8},
                            new double[] {y, y + r * 0.6, y - r * 0.6},
                            3);
            case CROSS -> {
                canvas.strokeLine(x - r * 0.65, y - r * 0.65, x + r * 0.65, y + r * 0.65);
                canvas.strokeLine(x - r * 0.65, y + r * 0.65, x + r * 0.65, y - r * 0.65);
            }
            case DOT -> canvas.fillOval(x - r * 0.65, y - r * 0.65, size * 0.65, size * 0.65);
            case RING -> canvas.strokeOval(x - r * 0.65, y - r * 0.65, size * 0.65, size * 0.65);
            case DASH -> canvas.strokeLine(x - r * 0.5, y, x + r * 0.5, y);
            case WARNING -> {
                canvas.fillPolygon(
                        new double[] {x, x + r, x - r},
                        new double[] {y - r * 0.9, y + r * 0.8, y + r * 0.8},
                        3);
                canvas.setStroke(control.paint(Ink.SURFACE));
                canvas.strokeLine(x, y - r * 0.25, x, y + r * 0.2);
                canvas.strokeLine(x, y + r * 0.52, x, y + r * 0.54);
            }
            case STAR -> star(x, y, r);
            case EMPTY -> {
                canvas.strokeOval(x - r * 0.7, y - r * 0.7, size * 0.7, size * 0.7);
                canvas.strokeLine(x - r * 0.7, y + r * 0.7, x + r * 0.7, y - r * 0.7);
            }
        }
        canvas.setLineCap(StrokeLineCap.BUTT);
    }

    private void star(double x, double y, double radius) {
        int points = 10;
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int i = 0; i < points; i++) {
            double from = i % 2 == 0 ? radius : radius * 0.42;
            double angle = Math.PI * i / 5 - Math.PI / 2;
            xs[i] = x + from * Math.cos(angle);
            ys[i] = y + from * Math.sin(angle);
        }
        canvas.fillPolygon(xs, ys, points);
    }

    private double write(String text, Box box, HPos align, Ink ink, Face face) {
        if (box.width() <= 0 || text.isEmpty()) {
            return 0;
        }
        String fitted = face.fit(text, box.width() + 0.5);
        double width = face.width(fitted);
        double x =
                switch (align) {
                    case LEFT -> box.x();
                    case CENTER -> box.x() + (box.width() - width) / 2;
                    case RIGHT -> box.x() + box.width() - width;
                };
        canvas.setFill(control.paint(ink));
        canvas.setFont(face.font());
        canvas.fillText(fitted, Math.rint(x), Math.rint(box.y() + box.height() / 2));
        return width;
    }

    private void hatched(Box box, Ink ink, boolean rising, double step) {
        tint(box, 0, ink, 0.22);
        hatches(box, ink, rising, step);
        outline(box, 0, 1, ink);
    }

    private void hatches(Box box, Ink ink, boolean rising, double step) {
        canvas.setStroke(control.paint(ink));
        canvas.setLineWidth(1.5);
        double width = box.width();
        double height = box.height();
        for (double offset = -height + step / 2; offset < width; offset += step) {
            // The stroke runs from (offset, height) to (offset + height, 0), cut to the box.
            double from = Math.max(0, -offset);
            double to = Math.min(height, width - offset);
            if (to > from) {
                double x1 = box.x() + offset + from;
                double x2 = box.x() + offset + to;
                double y1 = rising ? box.y() + height - from : box.y() + from;
                double y2 = rising ? box.y() + height - to : box.y() + to;
                canvas.strokeLine(x1, y1, x2, y2);
            }
        }
    }

    private void dotted(Box box, Ink ink) {
        tint(box, 0, ink, 0.22);
        canvas.setFill(control.paint(ink));
        for (double y = box.y() + 4; y <= box.y() + box.height() - 4; y += 6) {
            for (double x = box.x() + 4; x <= box.x() + box.width() - 4; x += 6) {
                canvas.fillRect(Math.rint(x) - 1, Math.rint(y) - 1, 2, 2);
            }
        }
        outline(box, 0, 1, ink);
    }

    private static Paint tinted(Paint paint, double strength) {
        return paint instanceof Color colour ? colour.deriveColor(0, 1, 1, strength) : paint;
    }
}
