package io.epochdesk.keys.vault;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an unlocked vault holds: the keys, and the key that the file is sealed with, so that a
 * change needs no password.
 *
 * @param kdf what the derivation of {@code sealing} cost
 * @param salt what it was derived with
 * @param sealing 32 bytes
 * @param keys every key, in the order they came
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not handed out of the room
record VaultContent(KdfParameters kdf, byte[] salt, byte[] sealing, List<StoredKey> keys) {

    VaultContent {
        keys = List.copyOf(keys);
    }

    /** These keys under a password, with a new salt. */
    static VaultContent fresh(
            KeyDerivation derivation,
            KdfParameters kdf,
            Consumer<byte[]> random,
            Password password,
            List<StoredKey> keys) {
        byte[] salt = new byte[KeyDerivation.SALT_LENGTH];
        random.accept(salt);
        return new VaultContent(kdf, salt, derive(derivation, kdf, password, salt), keys);
    }

    /**
     * What a file holds.
     *
     * @throws io.epochdesk.fault.FaultException when it does not open with this password
     */
    static VaultContent open(
            KeyDerivation derivation, byte[] file, String place, Password password) {
        VaultHeader header = VaultHeader.read(file, place);
        byte[] sealing = derive(derivation, header.kdf(), password, header.salt());
        boolean opened = false;
        try {
            byte[] body = VaultSeal.open(sealing, file, place);
            try {
                VaultContent content =
                        new VaultContent(
                                header.kdf(), header.salt(), sealing, VaultBody.read(body, place));
                opened = true;
                return content;
            } finally {
                Arrays.fill(body, (byte) 0);
            }
        } finally {
            if (!opened) {
                Arrays.fill(sealing, (byte) 0);
            }
        }
    }

    /** Other keys under the same password. */
    VaultContent with(List<StoredKey> other) {
        return new VaultContent(kdf, salt, sealing, other);
    }

    /** The whole file, with a new nonce. */
    byte[] sealed(Consumer<byte[]> random) {
        byte[] nonce = new byte[VaultHeader.NONCE_LENGTH];
        random.accept(nonce);
        byte[] body = VaultBody.write(keys);
        try {
            return VaultSeal.seal(sealing, kdf, salt, nonce, body);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    /** Wipes everything. */
    void wipe() {
        wipeKey();
        keys.forEach(key -> key.secret().close());
    }

    /** Wipes the key the file is sealed with; the private keys are somebody else's too. */
    void wipeKey() {
        Arrays.fill(sealing, (byte) 0);
    }

    @Override
    public String toString() {
        return "vault of " + keys.size() + " keys";
    }

    private static byte[] derive(
            KeyDerivation derivation, KdfParameters kdf, Password password, byte[] salt) {
        byte[] bytes = password.bytes();
        try {
            return derivation.derive(kdf, bytes, salt);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
