import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A screen for the training run: the one that is there, else on Linux a virtual one. */
final class Display implements AutoCloseable {

    private final Map<String, String> environment;
    private final Process server;

    private Display(Map<String, String> environment, Process server) {
        this.environment = environment;
        this.server = server;
    }

    /** No screen, for commands. */
    static Display none() {
        return new Display(Map.of(), null);
    }

    /**
     * A screen.
     *
     * @throws IOException when there is none and Xvfb is missing
     */
    static Display open(Platform platform) throws IOException {
        if (platform != Platform.LINUX || System.getenv("DISPLAY") != null) {
            return none();
        }
        Process server =
                new ProcessBuilder(
                                "Xvfb",
                                "-displayfd",
                                "1",
                                "-screen",
                                "0",
                                "1600x1000x24",
                                "-nolisten",
                                "tcp")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
        String number = Objects.requireNonNull(said.readLine(), "Xvfb does not start");
        return new Display(Map.of("DISPLAY", ":" + number.strip()), server);
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }
}
