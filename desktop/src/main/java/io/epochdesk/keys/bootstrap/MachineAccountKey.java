package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.SignatureAlgorithm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The file {@code node-machine-account-key.priv.json}: a key on P-256, 64 hex digits. */
public final class MachineAccountKey {

    private static final byte[] BEFORE =
            "{\n  \"PrivateKey\": \"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = "\"\n}".getBytes(StandardCharsets.US_ASCII);

    private MachineAccountKey() {}

    /**
     * The key in the file; the caller closes it.
     *
     * @throws io.epochdesk.fault.FaultException when there is none that can be used
     */
    static AccountPrivateKey read(NodeFile file) {
        byte[] digits = file.secret("PrivateKey", "64 hex digits");
        byte[] raw = new byte[AccountPrivateKey.LENGTH];
        try {
            if (digits.length != 2 * raw.length) {
                throw notHex(file);
            }
            for (int i = 0; i < raw.length; i++) {
                int high = Character.digit(digits[2 * i], 16);
                int low = Character.digit(digits[2 * i + 1], 16);
                if (high < 0 || low < 0) {
                    throw notHex(file);
                }
                raw[i] = (byte) (high << 4 | low);
            }
            return AccountPrivateKey.of(SignatureAlgorithm.ECDSA_P256, raw);
        } finally {
            Arrays.fill(digits, (byte) 0);
            Arrays.fill(raw, (byte) 0);
        }
    }

    /** The file as the bootstrap tool writes it; the caller wipes it. */
    public static byte[] bytes(AccountPrivateKey key) {
        byte[] text = new byte[BEFORE.length + 2 * AccountPrivateKey.LENGTH + AFTER.length];
        ByteBuffer out = ByteBuffer.wrap(text).put(BEFORE);
        key.lend(
                raw -> {
                    for (byte one : raw) {
                        out.put((byte) Character.forDigit(one >> 4 & 15, 16));
                        out.put((byte) Character.forDigit(one & 15, 16));
                    }
                    return out;
                });
        out.put(AFTER);
        return text;
    }

    private static io.epochdesk.fault.FaultException notHex(NodeFile file) {
        return BootstrapFault.of(
                BootstrapFault.Kind.KEY_ENCODING,
                "",
                "file",
                file.name(),
                "field",
                "PrivateKey",
                "expected",
                "64 hex digits");
    }
}
