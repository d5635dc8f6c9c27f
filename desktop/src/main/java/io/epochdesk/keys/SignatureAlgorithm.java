package io.epochdesk.keys;

import io.epochdesk.fault.KeyFault;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * The signature algorithms Flow knows. Flow counts them in two ways: flow-go, its files, its RLP
 * encoding and the Access API in one, Cadence and so the arguments of transactions in another.
 *
 * <p>Source: flow-go {@code crypto/sign.go} and Cadence {@code
 * runtime/sema/crypto_algorithm_types}.
 */
public enum SignatureAlgorithm {
    /** ECDSA on NIST P-256, what the node software makes for machine accounts. */
    ECDSA_P256(2, 1),
    /** ECDSA on secp256k1. */
    ECDSA_SECP256K1(3, 2),
    /** BLS on BLS12-381, for staking keys; no account key can use it. */
    BLS_BLS12_381(1, 3);

    private final int code;
    private final int cadenceIndex;

    SignatureAlgorithm(int code, int cadenceIndex) {
        this.code = code;
        this.cadenceIndex = cadenceIndex;
    }

    /** The number in flow-go, in the node software's files, in RLP and in the Access API. */
    public int code() {
        return code;
    }

    /** The raw value of Cadence's enum, as transactions take it. */
    public int cadenceIndex() {
        return cadenceIndex;
    }

    /** Whether keys of accounts can use it. */
    public boolean signsForAccounts() {
        return this != BLS_BLS12_381;
    }

    /**
     * The algorithm of a number in the node software's files or the Access API.
     *
     * @throws io.epochdesk.fault.FaultException when there is none
     */
    public static SignatureAlgorithm ofCode(int code) {
        return find(SignatureAlgorithm::code, code);
    }

    /**
     * The algorithm of Cadence's raw value.
     *
     * @throws io.epochdesk.fault.FaultException when there is none
     */
    public static SignatureAlgorithm ofCadenceIndex(int index) {
        return find(SignatureAlgorithm::cadenceIndex, index);
    }

    private static SignatureAlgorithm find(ToIntFunction<SignatureAlgorithm> scale, int number) {
        return Arrays.stream(values())
                .filter(one -> scale.applyAsInt(one) == number)
                .findFirst()
                .orElseThrow(
                        () ->
                                KeyFault.of(
                                        KeyFault.Kind.UNKNOWN_SIGNATURE_ALGORITHM,
                                        "",
                                        "number",
                                        Integer.toString(number)));
    }
}
