package io.epochdesk.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;

import io.epochdesk.files.OwnerAccess;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log file that only its owner can read, also after it was begun anew for its size. */
final class OwnerLog extends RollingFileAppender<ILoggingEvent> {

    @Override
    public void openFile(String name) throws IOException {
        if (OwnerAccess.isPosix()) {
            Path file = Path.of(name);
            try {
                Files.createFile(file, OwnerAccess.toFile());
            } catch (FileAlreadyExistsException e) {
                // such as one of a version that did not care
                Files.setPosixFilePermissions(file, OwnerAccess.FILE);
            }
        }
        super.openFile(name);
    }
}
