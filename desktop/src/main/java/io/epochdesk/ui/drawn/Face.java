package io.epochdesk.ui.drawn;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** A font with the widths of its characters, so that a line can be fitted without laying it out. */
final class Face {

    private static final char FIRST = ' ';
    private static final char LAST = '~';
    private static final String ELLIPSIS = "…";

    private final Font font;
    private final double[] advances = new double[LAST - FIRST + 1];
    private final double widest;
    private final double ellipsis;

    Face(Font font) {
        this.font = font;
        Text probe = new Text();
        probe.setFont(font);
        // Measured ten at a time: the width of a single glyph is rounded up in places.
        for (char c = FIRST; c <= LAST; c++) {
            probe.setText(String.valueOf(c).repeat(10));
            advances[c - FIRST] = probe.getLayoutBounds().getWidth() / 10;
        }
        probe.setText("W".repeat(10));
        widest = probe.getLayoutBounds().getWidth() / 10;
        probe.setText(ELLIPSIS);
        ellipsis = probe.getLayoutBounds().getWidth();
    }

    Font font() {
        return font;
    }

    double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += advance(text.charAt(i));
        }
        return width;
    }

    /** The text itself, or as much of its beginning as fits with an ellipsis. */
    String fit(String text, double room) {
        double width = 0;
        int fits = 0;
        for (int i = 0; i < text.length(); i++) {
            width += advance(text.charAt(i));
            if (width + ellipsis <= room) {
                fits = i + 1;
            }
        }
        if (width <= room) {
            return text;
        }
        return fits == 0 ? "" : text.substring(0, fits).stripTrailing() + ELLIPSIS;
    }

    private double advance(char c) {
        if (c >= FIRST && c <= LAST) {
            return advances[c - FIRST];
        }
        return switch (c) {
            case '\u2009', '\u202f' -> advances[0] * 0.7;
            case '\u00a0' -> advances[0];
            case '…' -> ellipsis;
            case '·', '’', '‘' -> advances['.' - FIRST] * 1.1;
            case '×', '→', '≥', '≤', '−' -> advances['+' - FIRST] * 1.2;
            default -> widest;
        };
    }
}
