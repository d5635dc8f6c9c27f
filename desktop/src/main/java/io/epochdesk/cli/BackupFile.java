package io.epochdesk.cli;

import io.epochdesk.fault.VaultFault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a backup; whether it is one, the vault tells. */
final class BackupFile {

    /** More than the largest vault. */
    private static final int LONGEST = 3 << 20;

    private BackupFile() {}

    static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST);
        } catch (IOException e) {
            throw VaultFault.of(
                    VaultFault.Kind.CANNOT_READ,
                    e.toString(),
                    "file",
                    file.toString(),
                    "reason",
                    e.getClass().getSimpleName());
        }
    }
}
