package io.epochdesk.rehearsal.model;

import java.math.BigInteger;
import java.util.Arrays;

/** Whether public keys of accounts are points of their curve: y² = x³ + ax + b modulo p. */
enum EllipticCurve {
    P256(
            "P-256",
            "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
            "ffffffff00000001000000000000000000000000fffffffffffffffffffffffc",
            "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"),
    SECP256K1(
            "secp256k1",
            "fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f",
            "0",
            "7");

    private static final int COORDINATE = 32;

    private final String label;
    private final BigInteger p;
    private final BigInteger a;
    private final BigInteger b;

    EllipticCurve(String label, String p, String a, String b) {
        this.label = label;
        this.p = new BigInteger(p, 16);
        this.a = new BigInteger(a, 16);
        this.b = new BigInteger(b, 16);
    }

    /** Refuses what is no public key, in Cadence's words. */
    void check(byte[] key) throws Aborted {
        if (key.length != 2 * COORDINATE) {
            throw invalid(
                    "input has incorrect "
                            + algorithm()
                            + " key size, got "
                            + key.length
                            + ", expects 64");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(key, 0, COORDINATE));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(key, COORDINATE, 2 * COORDINATE));
        boolean inField = x.compareTo(p) < 0 && y.compareTo(p) < 0;
        BigInteger right = x.pow(3).add(a.multiply(x)).add(b).mod(p);
        if (!inField || !y.pow(2).mod(p).equals(right)) {
            throw invalid(
                    "input is not a point on curve "
                            + label
                            + (this == P256 ? ": P256 point not on curve" : ""));
        }
    }

    private String algorithm() {
        return this == P256 ? "ECDSA_P256" : "ECDSA_secp256k1";
    }

    private static Aborted invalid(String why) {
        return Aborted.runtime("invalid public key: [], err: " + why);
    }
}
