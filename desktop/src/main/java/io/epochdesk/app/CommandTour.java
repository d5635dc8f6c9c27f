package io.epochdesk.app;

import io.epochdesk.cli.ExitCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Runs the commands of a file, one a line, one after the other. The build takes it to train the
 * cache of loaded classes: a cache is filled by one process, and one command loads what others
 * lack.
 */
final class CommandTour {

    /** Given instead of a command, with the file behind it. */
    static final String ARGUMENT = "--commands-of";

    private CommandTour() {}

    /** Whether these arguments ask for a tour. */
    static boolean meant(List<String> arguments) {
        return arguments.size() == 2 && arguments.getFirst().equals(ARGUMENT);
    }

    /**
     * Runs them all, whatever comes of each.
     *
     * @param file commands with their arguments between blanks; empty lines and those that begin
     *     with # are none
     * @param run runs a command and answers its exit code
     * @return the exit code of the first, or of one whose command line was wrong or that broke;
     *     what others find is an answer, whatever it is
     * @throws IOException when the file cannot be read
     */
    static int run(Path file, ToIntFunction<String[]> run) throws IOException {
        int[] codes =
                Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .mapToInt(line -> run.applyAsInt(line.split(" +", -1)))
                        .toArray();
        int worst = Arrays.stream(codes).max().orElse(0);
        return worst >= ExitCode.USAGE.code() || codes.length == 0 ? worst : codes[0];
    }
}
