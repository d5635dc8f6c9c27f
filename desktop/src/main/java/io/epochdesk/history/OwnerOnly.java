package io.epochdesk.history;

import io.epochdesk.files.OwnerAccess;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Files and folders that only their owner can reach. */
final class OwnerOnly {

    /** What SQLite keeps beside a database, the last not yet in it. */
    private static final List<String> BESIDE = List.of("-shm", "-wal");

    private OwnerOnly() {}

    /** Makes a folder, where there is none. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, OwnerAccess.toFolder());
    }

    /**
     * Makes an empty file, where there is none, and narrows one that others can reach. SQLite gives
     * what it makes beside a database the database's permissions.
     */
    static void file(Path file) throws IOException {
        try {
            Files.createFile(file, OwnerAccess.toFile());
        } catch (FileAlreadyExistsException e) {
            if (OwnerAccess.isPosix() && Files.isRegularFile(file)) {
                Files.setPosixFilePermissions(file, OwnerAccess.FILE);
            }
        }
    }

    /** Renames a database with what lies beside it. */
    static void rename(Path file, Path to) throws IOException {
        Files.move(file, to);
        for (String end : BESIDE) {
            try {
                Files.move(
                        file.resolveSibling(file.getFileName() + end),
                        to.resolveSibling(to.getFileName() + end));
            } catch (NoSuchFileException e) {
                // there is none while nothing is under way
            }
        }
    }
}
