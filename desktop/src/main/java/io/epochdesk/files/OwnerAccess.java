package io.epochdesk.files;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that nobody but their owner can reach, from the moment they are made. Systems
 * without POSIX permissions keep their own rule, which is the user's folder.
 */
public final class OwnerAccess {

    /** Mode 0600. */
    public static final Set<PosixFilePermission> FILE =
            Set.copyOf(PosixFilePermissions.fromString("rw-------"));

    /** Mode 0700. */
    public static final Set<PosixFilePermission> FOLDER =
            Set.copyOf(PosixFilePermissions.fromString("rwx------"));

    private OwnerAccess() {}

    /** What to make a file with. */
    public static FileAttribute<?>[] toFile() {
        return attributes(FILE);
    }

    /** What to make a folder with. */
    public static FileAttribute<?>[] toFolder() {
        return attributes(FOLDER);
    }

    /** Whether files have POSIX permissions on this system. */
    public static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
