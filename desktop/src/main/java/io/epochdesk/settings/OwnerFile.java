package io.epochdesk.settings;

import io.epochdesk.files.OwnerAccess;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that only their owner can read, written so that a power cut leaves the old content or the
 * new one.
 */
final class OwnerFile {

    private OwnerFile() {}

    /** Replaces the content of a file as a whole; makes its folder when there is none. */
    static void replace(Path folder, String name, byte[] content) throws IOException {
        Files.createDirectories(folder, OwnerAccess.toFolder());
        Path fresh = Files.createTempFile(folder, name + ".", ".new", OwnerAccess.toFile());
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(
                    fresh,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        flush(folder);
    }

    /**
     * Gives a file a second name in its folder, which it keeps when the first is given to another.
     * However this ends, the file is there under the first name; where files cannot have two names,
     * a copy gets the second.
     */
    static void keepAs(Path folder, Path file, String name) throws IOException {
        Path second = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            // such as a folder in its place: it makes way, since nothing can replace it
            Files.move(file, second);
            return;
        }
        try {
            Files.createLink(second, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            replace(folder, name, Files.readAllBytes(file));
        }
        flush(folder);
    }

    /** Makes the rename itself last; a folder can be opened like this on POSIX systems only. */
    private static void flush(Path folder) throws IOException {
        if (OwnerAccess.isPosix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
