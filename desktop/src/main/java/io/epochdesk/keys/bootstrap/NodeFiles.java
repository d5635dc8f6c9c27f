package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
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
            throw BootstrapFault.of(
                    BootstrapFault.Kind.CANNOT_READ,
                    e.toString(),
                    "file",
                    name,
                    "reason",
                    reason(e));
        }
    }

    boolean isOpenToOthers(Path path) {
        try {
            Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
            return !PosixFilePermissions.fromString("rwx------").containsAll(now);
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
                    Files.createTempFile(path.toAbsolutePath().getParent(), ".new", "", only());
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
        } catch (FileAlreadyExistsException e) {
            throw BootstrapFault.of(BootstrapFault.Kind.EXISTS, "", "file", path.toString());
        } catch (IOException e) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.CANNOT_WRITE,
                    e.toString(),
                    "file",
                    path.toString(),
                    "reason",
                    reason(e));
        }
    }

    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        String said = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }

    private static FileAttribute<?>[] only() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
