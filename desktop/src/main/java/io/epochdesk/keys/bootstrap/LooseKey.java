package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.SignatureAlgorithm;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * A private key in a file of its own: 64 hex digits, or {@code node-machine-account-key.priv.json}
 * under any name.
 */
public final class LooseKey {

    private LooseKey() {}

    /**
     * The key; the caller closes it.
     *
     * @param algorithm what 64 digits alone are a key of; the node software's file is always of
     *     P-256
     * @throws io.epochdesk.fault.FaultException when there is none that can be used
     */
    public static AccountPrivateKey read(Path file, SignatureAlgorithm algorithm) {
        String name = file.toString();
        byte[] text = new NodeFiles().read(file, name);
        char[] digits = new char[text.length];
        try {
            if (text.length == 0) {
                throw BootstrapFault.of(BootstrapFault.Kind.EMPTY, "", "file", name);
            }
            if (text[0] == '{') {
                return MachineAccountKey.read(new NodeFile(name, text));
            }
            for (int i = 0; i < text.length; i++) {
                digits[i] = (char) (text[i] & 0xff);
            }
            return AccountPrivateKey.ofHex(algorithm, digits);
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(digits, '\0');
        }
    }
}
