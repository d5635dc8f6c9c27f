package io.epochdesk.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version that the build wrote beside the classes. */
public final class ConsoleVersion {

    private static final String FILE = "/io/epochdesk/version.txt";

    private ConsoleVersion() {}

    /** Such as {@code 1.2.0}, or {@code 1.2.0-SNAPSHOT} of a build in between. */
    public static String read() {
        try (InputStream file = ConsoleVersion.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the console ships without " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
