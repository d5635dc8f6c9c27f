package io.epochdesk.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A log file that only its owner can read, also after it was begun anew for its size. */
final class OwnerLog extends RollingFileAppender<ILoggingEvent> {

    private static final Set<PosixFilePermission> OWNER =
            PosixFilePermissions.fromString("rw-------");

    @Override
    public void openFile(String name) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Path file = Path.of(name);
            try {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
            } catch (FileAlreadyExistsException e) {
                // such as one of a version that did not care
                Files.setPosixFilePermissions(file, OWNER);
            }
        }
        super.openFile(name);
    }
}
