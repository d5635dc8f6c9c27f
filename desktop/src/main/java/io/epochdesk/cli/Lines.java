package io.epochdesk.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of text for a terminal of {@value #WIDTH} columns. */
final class Lines {

    /** Columns a line may have. */
    static final int WIDTH = 100;

    private final List<String> lines = new ArrayList<>();

    List<String> all() {
        return lines;
    }

    void add(String line) {
        lines.add(line.stripTrailing());
    }

    void blank() {
        lines.add("");
    }

    /** A headline with a remark at the right edge, or below it where both do not fit. */
    void titled(String title, String remark) {
        int gap = WIDTH - title.length() - remark.length();
        if (gap >= 2) {
            add(title + " ".repeat(gap) + remark);
        } else {
            add(title);
            add(" ".repeat(Math.max(0, WIDTH - remark.length())) + remark);
        }
    }

    /**
     * Text broken between words; every line begins with the indent. A word that is too long stays
     * whole.
     */
    void wrapped(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ", -1)) {
            boolean first = line.length() == indent.length();
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                add(line.toString());
                line = new StringBuilder(indent);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
        }
        add(line.toString());
    }

    /** Columns of these widths with two blanks between them; the last one is as wide as it is. */
    static String columns(int[] widths, String... cells) {
        StringBuilder line = new StringBuilder("  ");
        for (int i = 0; i < cells.length; i++) {
            line.append(cells[i]);
            if (i < cells.length - 1) {
                line.append(" ".repeat(Math.max(0, widths[i] - cells[i].length()) + 2));
            }
        }
        return line.toString();
    }
}
