package io.epochdesk.dkg;

import io.epochdesk.files.OwnerAccess;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A temporary file that only its owner can read. Where the system allows it, it has no name from
 * the moment it is open, so that nothing is left of it however the console ends; elsewhere it is
 * deleted when it is closed.
 *
 * <p>An interrupt of a thread that reads or writes does it no harm, unlike with an interruptible
 * channel, which such an interrupt closes for everybody.
 */
final class SpillFile implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final RandomAccessFile file;
    private final @Nullable Path named;
    private long length;

    private SpillFile(RandomAccessFile file, @Nullable Path named) {
        this.file = file;
        this.named = named;
    }

    /**
     * Makes one, and its folder where there is none yet.
     *
     * @throws IOException when the folder takes none
     */
    static SpillFile in(Path folder) throws IOException {
        Files.createDirectories(folder, OwnerAccess.toFolder());
        Path path = folder.resolve("epochdesk-whiteboard-" + UUID.randomUUID());
        Files.createFile(path, OwnerAccess.toFile());
        RandomAccessFile open;
        try {
            open = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        try {
            Files.delete(path);
            return new SpillFile(open, null);
        } catch (IOException e) {
            // such as where a file that is open cannot be deleted
            return new SpillFile(open, path);
        }
    }

    /** Adds bytes at the end; returns where they begin. */
    long append(byte[] bytes) throws IOException {
        lock.lock();
        try {
            long begin = length;
            file.seek(begin);
            file.write(bytes);
            length = begin + bytes.length;
            return begin;
        } finally {
            lock.unlock();
        }
    }

    /** Bytes that were added before. */
    byte[] read(long begin, int count) throws IOException {
        byte[] bytes = new byte[count];
        lock.lock();
        try {
            file.seek(begin);
            file.readFully(bytes);
        } finally {
            lock.unlock();
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            file.close();
        } finally {
            lock.unlock();
            if (named != null) {
                Files.deleteIfExists(named);
            }
        }
    }
}
