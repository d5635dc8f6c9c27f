package io.epochdesk.keys.vault;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.VaultFault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The open part of a vault file, 56 bytes; the sealed part is bound to every one of them. Layout in
 * {@code docs/vault.md}.
 *
 * @param kdf what the derivation costs
 * @param salt 16 bytes, new with every password
 * @param nonce 12 bytes, new with every writing
 * @param sealedLength bytes of the sealed part, tag included
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not handed out of the room
record VaultHeader(KdfParameters kdf, byte[] salt, byte[] nonce, int sealedLength) {

    static final int LENGTH = 56;
    static final int NONCE_LENGTH = 12;
    static final int TAG_LENGTH = 16;

    /** The longest sealed part: far more than the most keys take. */
    static final int LONGEST = 2 << 20;

    static final int VERSION = 1;
    private static final byte[] MAGIC = "EPDVAULT".getBytes(StandardCharsets.US_ASCII);
    private static final byte ARGON2ID = 1;
    private static final byte AES_256_GCM = 1;

    /** The 56 bytes. */
    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(MAGIC)
                .putShort((short) VERSION)
                .put(ARGON2ID)
                .put(AES_256_GCM)
                .putInt(kdf.memoryKib())
                .putInt(kdf.iterations())
                .putInt(kdf.parallelism())
                .put(salt)
                .put(nonce)
                .putInt(sealedLength)
                .array();
    }

    /**
     * Reads the header of a whole file and makes sure that the file is as long as it says.
     *
     * @param place the file, for the fault
     * @throws FaultException when it is no vault, of a newer version, or impossible
     */
    static VaultHeader read(byte[] file, String place) {
        if (file.length < MAGIC.length
                || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw VaultFault.of(VaultFault.Kind.NOT_A_VAULT, "", "file", place);
        }
        if (file.length < LENGTH) {
            throw damaged(place, "it ends within its header");
        }
        ByteBuffer in = ByteBuffer.wrap(file).position(MAGIC.length);
        int version = Short.toUnsignedInt(in.getShort());
        if (version > VERSION) {
            throw VaultFault.of(
                    VaultFault.Kind.NEWER_VERSION,
                    "",
                    "file",
                    place,
                    "version",
                    Integer.toString(version));
        }
        if (version != VERSION || in.get() != ARGON2ID || in.get() != AES_256_GCM) {
            throw damaged(place, "its version or algorithms are none that were ever written");
        }
        KdfParameters kdf;
        try {
            kdf = new KdfParameters(in.getInt(), in.getInt(), in.getInt());
        } catch (IllegalArgumentException e) {
            throw damaged(place, "the cost of its key derivation is out of bounds");
        }
        byte[] salt = new byte[KeyDerivation.SALT_LENGTH];
        in.get(salt);
        byte[] nonce = new byte[NONCE_LENGTH];
        in.get(nonce);
        int sealed = in.getInt();
        if (sealed < TAG_LENGTH || sealed > LONGEST || sealed != in.remaining()) {
            throw damaged(place, "it is not as long as it says");
        }
        return new VaultHeader(kdf, salt, nonce, sealed);
    }

    private static FaultException damaged(String place, String reason) {
        return VaultFault.of(VaultFault.Kind.DAMAGED, "", "file", place, "reason", reason);
    }
}
