import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs other programs, or in a dry run only says so. */
final class Commands {

    private static final long LONGEST_MINUTES = 10;

    private final boolean dry;

    Commands(boolean dry) {
        this.dry = dry;
    }

    /** Whether nothing is really done. */
    boolean dry() {
        return dry;
    }

    /** Runs a program of the JDK this runs on. */
    void jdk(String tool, List<String> arguments) throws IOException, InterruptedException {
        Path path = Path.of(System.getProperty("java.home"), "bin", tool);
        run(Map.of(), null, command(dry ? tool : path.toString(), arguments));
    }

    /** Runs a program. */
    void run(String program, List<String> arguments) throws IOException, InterruptedException {
        run(Map.of(), null, command(program, arguments));
    }

    /**
     * Runs a program with more environment variables, its output into a file if one is given.
     *
     * @throws IllegalStateException when it fails or does not end within ten minutes
     */
    void run(Map<String, String> environment, File output, List<String> command)
            throws IOException, InterruptedException {
        int code = exit(environment, output, command);
        if (code != 0) {
            throw new IllegalStateException(
                    command.getFirst()
                            + " ended with "
                            + code
                            + (output == null ? "" : ", see " + output));
        }
    }

    /**
     * Runs a program as {@link #run(Map, File, List)} does, whatever its exit code is.
     *
     * @return the exit code, 0 in a dry run
     */
    int exit(Map<String, String> environment, File output, List<String> command)
            throws IOException, InterruptedException {
        System.out.println("+ " + String.join(" ", command));
        if (dry) {
            return 0;
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(
                output == null
                        ? ProcessBuilder.Redirect.INHERIT
                        : ProcessBuilder.Redirect.to(output));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().putAll(environment);
        Process running = builder.start();
        if (!running.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            running.destroyForcibly();
            throw new IllegalStateException(command.getFirst() + " does not end");
        }
        return running.exitValue();
    }

    private static List<String> command(String program, List<String> arguments) {
        return Stream.concat(Stream.of(program), arguments.stream()).toList();
    }
}
