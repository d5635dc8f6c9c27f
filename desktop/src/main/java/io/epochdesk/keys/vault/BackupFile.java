package io.epochdesk.keys.vault;

import io.epochdesk.fault.VaultFault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a backup; whether it is one, the vault tells. */
public final class BackupFile {

    /** More than the largest vault. */
    private static final int LONGEST = 3 << 20;

    private BackupFile() {}

    /**
     * The whole file, or as much of it as shows that it is none.
     *
     * @throws io.epochdesk.fault.FaultException when it cannot be read
     */
    public static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST);
        } catch (IOException e) {
            throw VaultFault.of(
                    VaultFault.Kind.CANNOT_READ,
                    e.toString(),
                    "file",
                    file.toString(),
                    "reason",
                    e instanceof NoSuchFileException
                            ? "there is no such file"
                            : e.getClass().getSimpleName());
        }
    }
}
