package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key as the bootstrap tool prints it for Flow Port: the hex of an RLP list of key,
 * signature algorithm, hash algorithm and weight (flow-go {@code model/encoding/rlp} of an account
 * public key).
 *
 * @param key the key
 * @param hash what its account shall hash with
 * @param weight 1000 is full weight
 * @param wasList whether it was read from such a list, and not from the key's 128 digits alone
 */
public record FlowPortKey(AccountPublicKey key, HashAlgorithm hash, int weight, boolean wasList) {

    /** Full weight. */
    public static final int FULL_WEIGHT = 1_000;

    private static final byte[] LIST_AND_KEY = {(byte) 0xf8, 0x47, (byte) 0xb8, 0x40};
    private static final byte TWO_BYTES = (byte) 0x82;
    private static final int LENGTH = 4 + AccountPublicKey.LENGTH + 1 + 1 + 3;

    /**
     * Reads the list, or the key's 128 digits alone, which then is a P-256 key for SHA3-256 with
     * full weight, as machine accounts have; {@code 0x} and white space around are passed over.
     *
     * @throws FaultException when it is neither
     */
    public static FlowPortKey read(String line) {
        String digits = line.strip();
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            digits = digits.substring(2);
        }
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw invalid("it is not hexadecimal");
        }
        if (bytes.length == AccountPublicKey.LENGTH) {
            return new FlowPortKey(
                    AccountPublicKey.of(SignatureAlgorithm.ECDSA_P256, bytes),
                    HashAlgorithm.SHA3_256,
                    FULL_WEIGHT,
                    false);
        }
        return list(bytes);
    }

    /** The line as the bootstrap tool prints it. */
    public String line() {
        if (weight < 0x100 || weight > 0xffff) {
            throw new IllegalArgumentException("the weight takes two bytes");
        }
        return HexFormat.of().formatHex(LIST_AND_KEY)
                + key.hex()
                + "%02x%02x82%04x".formatted(key.algorithm().code(), hash.code(), weight);
    }

    private static FlowPortKey list(byte[] bytes) {
        if (bytes.length != LENGTH
                || !Arrays.equals(bytes, 0, LIST_AND_KEY.length, LIST_AND_KEY, 0, 4)) {
            throw invalid("it is neither a key of 128 digits nor a list that begins with one");
        }
        int at = LIST_AND_KEY.length + AccountPublicKey.LENGTH;
        int weight = ((bytes[at + 3] & 0xff) << 8) | (bytes[at + 4] & 0xff);
        if (bytes[at + 2] != TWO_BYTES || weight < 0x100) {
            throw invalid("its weight is not written as one");
        }
        return new FlowPortKey(
                AccountPublicKey.of(
                        SignatureAlgorithm.ofCode(bytes[at]),
                        Arrays.copyOfRange(bytes, LIST_AND_KEY.length, at)),
                HashAlgorithm.ofCode(bytes[at + 1]),
                weight,
                true);
    }

    private static FaultException invalid(String reason) {
        return BootstrapFault.of(BootstrapFault.Kind.LINE_INVALID, "", "reason", reason);
    }
}
