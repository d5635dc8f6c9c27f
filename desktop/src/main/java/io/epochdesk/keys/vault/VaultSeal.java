package io.epochdesk.keys.vault;

import io.epochdesk.fault.VaultFault;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

import java.util.Arrays;

/** AES-256-GCM over the body, with the header as associated data: the file below its password. */
final class VaultSeal {

    private VaultSeal() {}

    /**
     * A whole file.
     *
     * @param key 32 bytes
     * @param nonce 12 bytes that this key never saw
     * @param body what is sealed; not wiped
     */
    static byte[] seal(byte[] key, KdfParameters kdf, byte[] salt, byte[] nonce, byte[] body) {
        VaultHeader header =
                new VaultHeader(kdf, salt, nonce, body.length + VaultHeader.TAG_LENGTH);
        byte[] open = header.bytes();
        GCMModeCipher cipher = cipher(true, key, nonce, open);
        byte[] file = Arrays.copyOf(open, open.length + header.sealedLength());
        try {
            int at = open.length;
            at += cipher.processBytes(body, 0, body.length, file, at);
            cipher.doFinal(file, at);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing never fails", e);
        }
        return file;
    }

    /**
     * The body of a file; the caller wipes it.
     *
     * @throws io.epochdesk.fault.FaultException when key and file do not belong together, whichever
     *     of them is wrong
     */
    static byte[] open(byte[] key, byte[] file, String place) {
        VaultHeader header = VaultHeader.read(file, place);
        GCMModeCipher cipher =
                cipher(false, key, header.nonce(), Arrays.copyOf(file, VaultHeader.LENGTH));
        byte[] body = new byte[header.sealedLength() - VaultHeader.TAG_LENGTH];
        try {
            int at = cipher.processBytes(file, VaultHeader.LENGTH, header.sealedLength(), body, 0);
            cipher.doFinal(body, at);
            return body;
        } catch (InvalidCipherTextException e) {
            Arrays.fill(body, (byte) 0);
            throw VaultFault.of(VaultFault.Kind.NOT_OPENED, "", "file", place);
        }
    }

    /** The cipher with a tag of 128 bits. */
    static GCMModeCipher cipher(boolean sealing, byte[] key, byte[] nonce, byte[] open) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(
                sealing,
                new AEADParameters(
                        new KeyParameter(key), VaultHeader.TAG_LENGTH * Byte.SIZE, nonce, open));
        return cipher;
    }
}
