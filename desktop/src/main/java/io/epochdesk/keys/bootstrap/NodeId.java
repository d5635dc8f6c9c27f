package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The file {@code node-id}. */
final class NodeId {

    private static final int LENGTH = 64;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private NodeId() {}

    /**
     * The ID, 64 lower-case hex digits.
     *
     * @throws io.epochdesk.fault.FaultException when the file holds anything else than one
     */
    static String read(String file, byte[] text) {
        String id = new String(text, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (text.length == 0) {
            throw BootstrapFault.of(BootstrapFault.Kind.EMPTY, "", "file", file);
        }
        if (!isOne(id)) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.NODE_ID_INVALID, "", "file", file, "reason", reason(id));
        }
        return id;
    }

    private static String reason(String text) {
        if (text.lines().count() > 1) {
            return "it has more than one line";
        }
        return text.length() == LENGTH
                ? "it has other characters than hex digits"
                : "it has " + text.length() + " characters";
    }

    static boolean isOne(String text) {
        return ID.matcher(text).matches();
    }
}
