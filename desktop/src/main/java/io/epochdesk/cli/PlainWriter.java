package io.epochdesk.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes plain characters for those that an old terminal does not have. */
final class PlainWriter extends FilterWriter {

    /** The typographic characters that the console's words and figures use. */
    static final String TYPOGRAPHIC = "\u202f…·–—’“”×≥";

    private static final String[] PLAIN = {" ", "...", ".", "-", "-", "'", "\"", "\"", "x", ">="};

    PlainWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        int known = TYPOGRAPHIC.indexOf(c);
        if (known < 0) {
            out.write(c);
        } else {
            out.write(PLAIN[known]);
        }
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text.charAt(i));
        }
    }
}
