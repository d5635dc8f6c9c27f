package io.epochdesk.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the emulator's program: where a property or variable says, else where {@code .ci/emulator}
 * puts it.
 */
final class EmulatorProgram {

    /** What to say where there is none. */
    static final String ABSENT =
            "Emulator tests are skipped: run .ci/emulator once to build the Flow Emulator, or name"
                    + " one in EPOCHDESK_EMULATOR.";

    private EmulatorProgram() {}

    static Optional<Path> find() {
        String named =
                System.getProperty(
                        EmulatorProcess.PROPERTY, System.getenv(EmulatorProcess.VARIABLE));
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        Path versions = cache().resolve("emulator");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.map(folder -> folder.resolve("emulator"))
                    .filter(Files::isRegularFile)
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path cache() {
        String own = System.getenv("EPOCHDESK_CACHE");
        if (own != null) {
            return Path.of(own);
        }
        String shared = System.getenv("XDG_CACHE_HOME");
        return (shared != null
                        ? Path.of(shared)
                        : Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("epochdesk");
    }
}
