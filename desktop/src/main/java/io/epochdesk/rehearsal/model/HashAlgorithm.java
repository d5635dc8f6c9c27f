package io.epochdesk.rehearsal.model;

import java.util.Optional;

/** Hash algorithms; Cadence and the Access API number them alike as far as account keys go. */
public enum HashAlgorithm {
    SHA2_256(1),
    SHA2_384(2),
    SHA3_256(3),
    SHA3_384(4),
    KMAC128_BLS_BLS12_381(5),
    KECCAK_256(6);

    private final int code;

    HashAlgorithm(int code) {
        this.code = code;
    }

    /** The number in Cadence and the Access API. */
    public int code() {
        return code;
    }

    /** The algorithm of this number. */
    public static Optional<HashAlgorithm> of(int code) {
        for (HashAlgorithm algorithm : values()) {
            if (algorithm.code == code) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
