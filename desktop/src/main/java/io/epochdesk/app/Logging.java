package io.epochdesk.app;

import org.slf4j.bridge.SLF4JBridgeHandler;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where log lines go, for {@code logback.xml} to read: to be told before the first logger is made.
 */
final class Logging {

    private Logging() {}

    /** The window logs to a file. */
    static void forWindow(Path folder) {
        to(folder, "window", "OFF");
    }

    /**
     * Headless commands say warnings on standard error, in one line each, and keep the rest in a
     * file.
     */
    static void forHeadless(Path folder) {
        to(folder, "headless", "WARN");
    }

    private static void to(Path folder, String name, String console) {
        System.setProperty("epochdesk.log.folder", writable(folder).toString());
        System.setProperty("epochdesk.log.name", name);
        System.setProperty("epochdesk.log.console", console);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** The folder, for its owner only; the folder for temporary files where it cannot be had. */
    private static Path writable(Path folder) {
        try {
            return Files.createDirectories(folder, ownerOnly());
        } catch (IOException e) {
            return Path.of(System.getProperty("java.io.tmpdir"));
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
