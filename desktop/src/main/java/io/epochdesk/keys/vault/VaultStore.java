package io.epochdesk.keys.vault;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.VaultFault;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * The vault's file in its folder. At every moment of a writing, also when the power goes, the file
 * is the old one or the new one as a whole; the one before is kept beside it.
 */
public final class VaultStore {

    /** The vault. */
    static final String FILE = "keys.vault";

    /** The vault as it was before the last writing. */
    static final String BACKUP = "keys.vault.bak";

    private static final String FRESH = "keys.vault.new";
    private static final String FRESH_BACKUP = "keys.vault.bak.new";
    private static final String LOCK = "keys.vault.lock";
    private static final int MOST = VaultHeader.LENGTH + VaultHeader.LONGEST;

    private final VaultFiles files;

    /** The vault of a folder, which need not exist yet. */
    public VaultStore(Path folder) {
        this(new DiskFiles(folder));
    }

    VaultStore(VaultFiles files) {
        this.files = files;
    }

    /** Where the file is, for people. */
    public String place() {
        return files.place(FILE);
    }

    /** Where the file before the last change is, for people. */
    String placeBefore() {
        return files.place(BACKUP);
    }

    /**
     * Whether there is a vault.
     *
     * @throws FaultException when that cannot be told
     */
    public boolean exists() {
        try {
            return files.read(FILE, 1) != null;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Lets only the owner reach the folder, the vault and the one before; for when {@link
     * VaultFault.Kind#TOO_WIDE} was told and the operator agrees.
     */
    public void narrow() {
        try {
            files.narrowFolder();
            files.narrow(FILE);
            if (files.read(BACKUP, 1) != null) {
                files.narrow(BACKUP);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * The whole file.
     *
     * @throws FaultException when there is none, it cannot be read, or others can
     */
    byte[] read() {
        try {
            byte[] file = files.read(FILE, MOST + 1);
            if (file == null) {
                throw VaultFault.of(VaultFault.Kind.NO_VAULT, "", "file", place());
            }
            requireNarrow(files.wide(FILE), place());
            if (files.read(BACKUP, 1) != null) {
                requireNarrow(files.wide(BACKUP), placeBefore());
            }
            // who can write there could put an older vault in this one's place
            requireNarrow(files.wideFolder(), files.place(""));
            return file;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static void requireNarrow(@Nullable String mode, String place) {
        if (mode != null) {
            throw VaultFault.of(VaultFault.Kind.TOO_WIDE, "", "file", place, "mode", mode);
        }
    }

    /**
     * Replaces the file.
     *
     * @param before what the file must still be; null when there must be none
     * @throws FaultException when another console is writing or has written, or the disk does not
     *     take it: then the old file is still there
     */
    void replace(byte @Nullable [] before, byte[] content) {
        try {
            if (before == null) {
                files.makeFolder();
            }
            try (Closeable lock = files.lock(LOCK)) {
                if (lock == null) {
                    throw VaultFault.of(VaultFault.Kind.BUSY, "", "file", place());
                }
                requireUnchanged(before);
                writeWhole(FRESH, content);
                if (before != null) {
                    writeWhole(FRESH_BACKUP, before);
                    files.rename(FRESH_BACKUP, BACKUP);
                    files.forceFolder();
                }
                files.rename(FRESH, FILE);
                confirm();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The new file is in its place; only whether a power cut would undo that is open. */
    private void confirm() {
        try {
            files.forceFolder();
        } catch (IOException e) {
            throw VaultFault.of(VaultFault.Kind.UNCERTAIN, e.toString(), "file", place());
        }
    }

    private void requireUnchanged(byte @Nullable [] before) throws IOException {
        byte[] now = files.read(FILE, MOST + 1);
        if (before == null && now != null) {
            throw VaultFault.of(VaultFault.Kind.ALREADY_THERE, "", "file", place());
        }
        if (before != null && now == null) {
            throw VaultFault.of(VaultFault.Kind.FOLDER_GONE, "", "file", place());
        }
        if (!Arrays.equals(before, now)) {
            throw VaultFault.of(VaultFault.Kind.CHANGED_ELSEWHERE, "", "file", place());
        }
    }

    private void writeWhole(String name, byte[] content) throws IOException {
        files.write(name, content);
        files.force(name);
        if (!Arrays.equals(content, files.read(name, MOST + 1))) {
            throw new IOException("what was written is not what was read back");
        }
    }

    private FaultException unreadable(IOException e) {
        return VaultFault.of(
                VaultFault.Kind.CANNOT_READ, e.toString(), "file", place(), "reason", reason(e));
    }

    private FaultException unwritable(IOException e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("quota exceeded")) {
            return VaultFault.of(VaultFault.Kind.DISK_FULL, e.toString(), "file", place());
        }
        if (e instanceof NoSuchFileException) {
            return VaultFault.of(VaultFault.Kind.FOLDER_GONE, e.toString(), "file", place());
        }
        return VaultFault.of(
                VaultFault.Kind.CANNOT_WRITE, e.toString(), "file", place(), "reason", reason(e));
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        String said = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }
}
