package io.epochdesk.history;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Tells other consoles that a history is open here, by a shared lock on a file beside it. Only who
 * is alone may put a damaged file aside: SQLite would go on in the renamed file and then remove the
 * new one's log.
 */
final class InUse implements Closeable {

    private final FileChannel channel;
    private @Nullable FileLock lock;

    private InUse(FileChannel channel) {
        this.channel = channel;
    }

    /** Marks a file as being in use from here. */
    static InUse by(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        OwnerOnly.file(beside);
        FileChannel channel =
                FileChannel.open(beside, StandardOpenOption.READ, StandardOpenOption.WRITE);
        InUse mark = new InUse(channel);
        mark.share();
        return mark;
    }

    /** Whether nobody else uses it; from then on nobody can begin to. */
    boolean alone() throws IOException {
        release();
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return false;
        }
        return lock != null;
    }

    /** Lets others use it, too; waits for who is putting the file aside at this moment. */
    void share() throws IOException {
        release();
        try {
            lock = channel.lock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException e) {
            // this process has it open a second time, which marks it as well
        }
    }

    private void release() throws IOException {
        FileLock held = lock;
        lock = null;
        if (held != null) {
            held.release();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
