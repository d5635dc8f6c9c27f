package io.epochdesk.cli;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.vault.Password;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** A password in a file that only its owner can reach: one line, UTF-8. */
final class PasswordFile {

    private static final int LONGEST = 4_096;

    private PasswordFile() {}

    /**
     * The password.
     *
     * @throws FaultException when others can reach the file, or it holds anything but one line
     */
    static Password read(Path file) {
        byte[] text = {};
        try {
            if (!Files.isRegularFile(file)) {
                throw refused(file, "there is no such plain file");
            }
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            if (!PosixFilePermissions.fromString("rwx------").containsAll(mode)) {
                throw refused(
                        file, "others can reach it (" + PosixFilePermissions.toString(mode) + ")");
            }
            try (InputStream in = Files.newInputStream(file)) {
                text = in.readNBytes(LONGEST + 1);
            }
            return new Password(line(file, text));
        } catch (CharacterCodingException e) {
            throw refused(file, "it is not UTF-8");
        } catch (IOException | UnsupportedOperationException e) {
            throw refused(file, "it cannot be read");
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static char[] line(Path file, byte[] text) throws CharacterCodingException {
        int end = text.length;
        if (end > 0 && text[end - 1] == '\n') {
            end--;
        }
        if (end > 0 && text[end - 1] == '\r') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (text[i] == '\n' || text[i] == '\r') {
                throw refused(file, "it has more than one line");
            }
        }
        if (end == 0 || end > LONGEST) {
            throw refused(file, "it is empty or too long");
        }
        CharBuffer decoded =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, 0, end));
        char[] password = new char[decoded.remaining()];
        decoded.get(password);
        Arrays.fill(decoded.array(), '\0');
        return password;
    }

    private static FaultException refused(Path file, String reason) {
        return VaultFault.of(
                VaultFault.Kind.PASSWORD_FILE, "", "file", file.toString(), "reason", reason);
    }
}
