import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rehearsal in a process of its own, run by the image's own launcher, for commands to ask. */
final class Served implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    private final Process server;

    private Served(Process server) {
        this.server = server;
    }

    /**
     * Starts one and writes settings that choose it.
     *
     * @param launcher the launcher of commands
     * @param settings the settings to fill in
     * @param home the home they are written to
     */
    static Served start(Path launcher, Path settings, Path home) throws IOException {
        Files.createDirectories(home);
        ProcessBuilder builder =
                new ProcessBuilder(launcher.toString(), "rehearse", "--speed", "600")
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("EPOCHDESK_HOME", home.resolve("server").toString());
        Process server = builder.start();
        BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                Files.writeString(
                        home.resolve("settings.json"),
                        Files.readString(settings).replace("@PORT@", port.group(1)));
                return new Served(server);
            }
        }
        throw new IOException("the rehearsal ended before it began");
    }

    @Override
    public void close() {
        server.destroy();
    }
}
