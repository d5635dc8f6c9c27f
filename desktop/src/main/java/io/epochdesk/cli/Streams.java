package io.epochdesk.cli;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out the answer
 * @param err faults and complaints about the command line
 */
public record Streams(PrintWriter out, PrintWriter err) {}
