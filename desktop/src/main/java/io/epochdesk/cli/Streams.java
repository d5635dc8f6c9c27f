package io.epochdesk.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * Where a command writes.
 *
 * @param out the answer
 * @param err faults and complaints about the command line
 */
public record Streams(PrintWriter out, PrintWriter err) {

    /** The process's own streams, in the terminal's character set. */
    public static Streams standard() {
        return new Streams(writer(System.out), writer(System.err));
    }

    private static PrintWriter writer(PrintStream stream) {
        Charset charset = stream.charset();
        PrintWriter direct = new PrintWriter(stream, false, charset);
        return charset.newEncoder().canEncode(PlainWriter.TYPOGRAPHIC)
                ? direct
                : new PrintWriter(new PlainWriter(direct));
    }
}
