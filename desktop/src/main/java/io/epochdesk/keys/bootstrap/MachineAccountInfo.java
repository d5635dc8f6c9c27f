package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The file {@code node-machine-account-info.priv.json}, the one the node signs with.
 *
 * @param address 16 hex digits without {@code 0x}
 * @param prefixed whether the file writes {@code 0x} before the address
 * @param key the private key; whoever holds this record closes it
 * @param keyIndex index of the key on the account
 * @param hash what the account hashes with
 * @param others further members as they were written, to be kept; wiped with the key
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MachineAccountInfo(
        String address,
        boolean prefixed,
        AccountPrivateKey key,
        int keyIndex,
        HashAlgorithm hash,
        byte[] others)
        implements AutoCloseable {

    private static final String ENCODING = "base64 of 32 bytes";
    private static final List<String> FIELDS =
            List.of(
                    "Address",
                    "EncodedPrivateKey",
                    "KeyIndex",
                    "SigningAlgorithm",
                    "HashAlgorithm");

    /**
     * Reads the file.
     *
     * @throws FaultException when it cannot be used
     */
    static MachineAccountInfo read(NodeFile file) {
        String written = file.text("Address", "an address", _ -> true);
        String digits = written.replaceFirst("^0[xX]", "");
        if (!digits.matches("[0-9a-fA-F]{16}")) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.ADDRESS_INVALID,
                    "",
                    "file",
                    file.name(),
                    "digits",
                    Integer.toString(digits.length()));
        }
        SignatureAlgorithm algorithm =
                SignatureAlgorithm.ofCode((int) file.number("SigningAlgorithm", 255));
        HashAlgorithm hash = HashAlgorithm.ofCode((int) file.number("HashAlgorithm", 255));
        int index = (int) file.number("KeyIndex", Integer.MAX_VALUE);
        if (algorithm != SignatureAlgorithm.ECDSA_P256
                || hash != HashAlgorithm.SHA3_256
                || index != 0) {
            file.note(FileNote.NOT_STANDARD);
        }
        return new MachineAccountInfo(
                digits.toLowerCase(Locale.ROOT),
                written.length() > digits.length(),
                key(file, algorithm),
                index,
                hash,
                file.others(FIELDS));
    }

    /** The file as the bootstrap tool writes it; the caller wipes it. */
    public byte[] bytes() {
        byte[] before =
                ascii(
                        "{\n  \"Address\": \"%s\",\n  \"EncodedPrivateKey\": \""
                                .formatted(prefixed ? "0x" + address : address));
        byte[] after =
                ascii(
                        "\",\n  \"KeyIndex\": %d,\n  \"SigningAlgorithm\": %d,\n  \"HashAlgorithm\": %d"
                                .formatted(keyIndex, key.algorithm().code(), hash.code()));
        byte[] encoded = key.lend(Base64.getEncoder()::encode);
        byte[] end = ascii("\n}");
        byte[] text =
                new byte
                        [before.length
                                + encoded.length
                                + after.length
                                + others.length
                                + end.length];
        ByteBuffer.wrap(text).put(before).put(encoded).put(after).put(others).put(end);
        Arrays.fill(encoded, (byte) 0);
        return text;
    }

    /** Wipes the key, and what else the file held. */
    @Override
    public void close() {
        key.close();
        Arrays.fill(others, (byte) 0);
    }

    @Override
    public String toString() {
        return "machine account 0x" + address + " key " + keyIndex + " " + key.publicKey();
    }

    private static AccountPrivateKey key(NodeFile file, SignatureAlgorithm algorithm) {
        byte[] encoded = file.secret("EncodedPrivateKey", ENCODING);
        byte[] raw = {};
        try {
            raw = Base64.getDecoder().decode(encoded);
            return AccountPrivateKey.of(algorithm, raw);
        } catch (IllegalArgumentException e) {
            // its message would quote from the key
            throw BootstrapFault.of(
                    BootstrapFault.Kind.KEY_ENCODING,
                    "",
                    "file",
                    file.name(),
                    "field",
                    "EncodedPrivateKey",
                    "expected",
                    ENCODING);
        } finally {
            Arrays.fill(encoded, (byte) 0);
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
