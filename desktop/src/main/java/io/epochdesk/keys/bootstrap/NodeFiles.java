package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.files.OwnerAccess;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;

/** Reads and writes the node's files on the disk. */
public class NodeFiles {

    /** The largest file that is read: a hundred times the largest there is. */
    static final int LIMIT = 64 << 10;

    /**
     * The whole file; the caller wipes it.
     *
     * @param name the file, for faults
     * @throws io.epochdesk.fault.FaultException when it is no plain file, too large, or cannot be
     *     read
     */
    byte[] read(Path path, String name) {
        if (!Files.isRegularFile(path)) {
            throw BootstrapFault.of(BootstrapFault.Kind.NOT_A_FILE, "", "file", name);
        }
        requireOwn(path, name);
        try (InputStream in = Files.newInputStream(path)) {
            byte[] text = in.readNBytes(LIMIT + 1);
            if (text.length > LIMIT) {
                Arrays.fill(text, (byte) 0);
                throw BootstrapFault.of(
                        BootstrapFault.Kind.TOO_LARGE,
                        "",
                        "file",
                        name,
                        "limit",
                        LIMIT / 1_024 + " KiB");
            }
            return text;
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static FaultException unreadable(String name, IOException e) {
        return BootstrapFault.of(
                BootstrapFault.Kind.CANNOT_READ, e.toString(), "file", name, "reason", reason(e));
    }

    /** A link must not lead into a file that is never opened. */
    private static void requireOwn(Path path, String name) {
        try {
            String real = String.valueOf(path.toRealPath().getFileName());
            FileKind kind = FileKind.of(real);
            if (kind != FileKind.OTHER && !kind.isRead()) {
                throw BootstrapFault.of(
                        BootstrapFault.Kind.NEVER_OPENED, "", "file", name, "other", real);
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    boolean isOpenToOthers(Path path) {
        try {
            Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
            return !OwnerAccess.FOLDER.containsAll(now);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /**
     * Writes a file that only its owner can read, as a whole or not at all.
     *
     * @param replace whether one that is there may be replaced: the operator was asked
     * @throws io.epochdesk.fault.FaultException when there is one and it may not, or the disk does
     *     not take it
     */
    public void write(Path path, byte[] content, boolean replace) {
        try {
            if (!replace && Files.exists(path)) {
                throw new FileAlreadyExistsException(path.toString());
            }
            Path fresh =
                    Files.createTempFile(
                            path.toAbsolutePath().getParent(), ".new", "", OwnerAccess.toFile());
            try {
                try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = ByteBuffer.wrap(content);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                if (replace) {
                    Files.move(
                            fresh,
                            path,
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                } else {
                    // a move would replace what came in between; a link does not
                    Files.createLink(path, fresh);
                }
            } finally {
                Files.deleteIfExists(fresh);
            }
            forceFolder(path);
        } catch (FileAlreadyExistsException e) {
            throw BootstrapFault.of(BootstrapFault.Kind.EXISTS, "", "file", path.toString());
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /**
     * Gives a file a second name beside it, ending in {@code .old} or {@code .old-2} …, so that it
     * is there still when the first one is given to another. Only its owner can read it afterwards.
     *
     * @return the second name
     * @throws io.epochdesk.fault.FaultException when the disk does not take it
     */
    Path keep(Path path) {
        for (int i = 1; ; i++) {
            Path second = path.resolveSibling(path.getFileName() + (i == 1 ? ".old" : ".old-" + i));
            try {
                Files.createLink(second, path);
                if (OwnerAccess.isPosix()) {
                    Files.setPosixFilePermissions(second, OwnerAccess.FILE);
                }
                return second;
            } catch (FileAlreadyExistsException _) {
                // the next number
            } catch (IOException e) {
                throw unwritable(path, e);
            }
        }
    }

    private static void forceFolder(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        // a folder can be opened like this on POSIX systems only
        if (OwnerAccess.isPosix() && folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FaultException unwritable(Path path, IOException e) {
        return BootstrapFault.of(
                BootstrapFault.Kind.CANNOT_WRITE,
                e.toString(),
                "file",
                path.toString(),
                "reason",
                reason(e));
    }

    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        String said = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }
}
