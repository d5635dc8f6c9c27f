package io.epochdesk.rehearsal.model;

import java.util.Optional;

/** Hash algorithms; Cadence and the Access API number them alike as far as account keys go. */
public enum HashAlgorithm {
    SHA2_256,
    SHA2_384,
    SHA3_256,
    SHA3_384,
    KMAC128_BLS_BLS12_381,
    KECCAK_256;

    /** The number in Cadence and the Access API: 1 for SHA2_256. */
    public int code() {
        return ordinal() + 1;
    }

    /** The algorithm of this number. */
    public static Optional<HashAlgorithm> of(int code) {
        return code >= 1 && code <= values().length
                ? Optional.of(values()[code - 1])
                : Optional.empty();
    }
}
