package io.epochdesk.rehearsal.model;

import java.util.Optional;

/** Signature algorithms in the two scales Flow numbers them on: Cadence's and the Access API's. */
public enum SignatureAlgorithm {
    ECDSA_P256(1, 2),
    ECDSA_SECP256K1(2, 3),
    BLS_BLS12_381(3, 1);

    private final int cadence;
    private final int access;

    SignatureAlgorithm(int cadence, int access) {
        this.cadence = cadence;
        this.access = access;
    }

    /** The raw value of Cadence's enum. */
    public int cadence() {
        return cadence;
    }

    /** The number in the Access API and in a node's files. */
    public int access() {
        return access;
    }

    /** The algorithm of this raw value in Cadence. */
    public static Optional<SignatureAlgorithm> ofCadence(int value) {
        for (SignatureAlgorithm algorithm : values()) {
            if (algorithm.cadence == value) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
