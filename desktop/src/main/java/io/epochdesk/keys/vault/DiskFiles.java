package io.epochdesk.keys.vault;

import io.epochdesk.files.OwnerAccess;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A real folder. */
final class DiskFiles implements VaultFiles {

    private final Path folder;

    DiskFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public String place(String name) {
        return folder.resolve(name).toString();
    }

    @Override
    public byte @Nullable [] read(String name, int most) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return in.readNBytes(most);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Set<OpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, fresh, OwnerAccess.toFile())) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    @Override
    public void force(String name) throws IOException {
        try (FileChannel channel =
                FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(
                folder.resolve(from),
                folder.resolve(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void forceFolder() throws IOException {
        // a folder can be opened like this on POSIX systems only
        if (OwnerAccess.isPosix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public @Nullable String wide(String name) throws IOException {
        if (!OwnerAccess.isPosix()) {
            return null;
        }
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(folder.resolve(name));
        Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
        others.addAll(now);
        others.removeAll(OwnerAccess.FOLDER);
        return others.isEmpty() ? null : PosixFilePermissions.toString(now);
    }

    @Override
    public @Nullable String wideFolder() throws IOException {
        if (!OwnerAccess.isPosix()) {
            return null;
        }
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(folder);
        return now.contains(PosixFilePermission.GROUP_WRITE)
                        || now.contains(PosixFilePermission.OTHERS_WRITE)
                ? PosixFilePermissions.toString(now)
                : null;
    }

    @Override
    public void narrowFolder() throws IOException {
        if (OwnerAccess.isPosix()) {
            Files.setPosixFilePermissions(folder, OwnerAccess.FOLDER);
        }
    }

    @Override
    public void narrow(String name) throws IOException {
        if (OwnerAccess.isPosix()) {
            Files.setPosixFilePermissions(folder.resolve(name), OwnerAccess.FILE);
        }
    }

    @Override
    public void makeFolder() throws IOException {
        Files.createDirectories(folder, OwnerAccess.toFolder());
    }

    @Override
    public @Nullable Closeable lock(String name) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(folder.resolve(name), options, OwnerAccess.toFile());
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            return lock == null ? null : channel;
        } catch (OverlappingFileLockException e) {
            return null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }
}
