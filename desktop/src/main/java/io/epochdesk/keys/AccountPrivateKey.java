package io.epochdesk.keys;

import io.epochdesk.fault.KeyFault;

import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A private key of an account, in an array of its own that {@link #close()} wipes.
 *
 * <p>The arithmetic works on numbers that cannot be wiped; nothing holds them once a call has
 * returned. There is no way to print the key: {@code toString} names its public half.
 */
public final class AccountPrivateKey implements AutoCloseable {

    /** Bytes of the raw form, most significant first. */
    public static final int LENGTH = Curve.SIZE;

    /** Bytes that a new key is made from: 128 bits more than needed, so that none is likelier. */
    public static final int SEED_LENGTH = 48;

    private final SignatureAlgorithm algorithm;
    private final AccountPublicKey publicKey;
    private final byte[] secret;
    private boolean wiped;

    private AccountPrivateKey(SignatureAlgorithm algorithm, byte[] secret) {
        this.algorithm = algorithm;
        this.secret = secret;
        publicKey =
                AccountPublicKey.of(
                        algorithm, Curve.of(algorithm).timesBase(new BigInteger(1, secret)));
    }

    /**
     * The key of these bytes, which are copied: the caller wipes its own.
     *
     * @param raw 32 bytes, most significant first
     * @throws io.epochdesk.fault.FaultException when the length is another, the number is zero or
     *     not below the order of the curve, or the algorithm is none for accounts
     */
    public static AccountPrivateKey of(SignatureAlgorithm algorithm, byte[] raw) {
        Curve curve = Curve.of(algorithm);
        if (raw.length != LENGTH) {
            throw KeyFault.of(
                    KeyFault.Kind.PRIVATE_KEY_LENGTH, "", "bytes", Integer.toString(raw.length));
        }
        BigInteger number = new BigInteger(1, raw);
        if (number.signum() == 0) {
            throw KeyFault.of(KeyFault.Kind.PRIVATE_KEY_ZERO, "");
        }
        if (number.compareTo(curve.order()) >= 0) {
            throw KeyFault.of(
                    KeyFault.Kind.PRIVATE_KEY_TOO_LARGE, "", "algorithm", algorithm.name());
        }
        return new AccountPrivateKey(algorithm, raw.clone());
    }

    /**
     * The key of 64 hex digits in either case, as they were typed or read: {@code 0x} before them
     * and white space around and between them are passed over. The caller wipes its array.
     *
     * @throws io.epochdesk.fault.FaultException as {@link #of} does, and when it is anything else
     */
    public static AccountPrivateKey ofHex(SignatureAlgorithm algorithm, char[] typed) {
        byte[] raw = new byte[LENGTH];
        try {
            int digits = 0;
            for (int i = begin(typed); i < typed.length; i++) {
                if (Character.isWhitespace(typed[i])) {
                    continue;
                }
                int digit = Character.digit(typed[i], 16);
                if (digit < 0 || typed[i] > 'f') {
                    throw KeyFault.of(KeyFault.Kind.PRIVATE_KEY_NOT_HEX, "");
                }
                if (digits < 2 * LENGTH) {
                    raw[digits / 2] = (byte) (raw[digits / 2] << 4 | digit);
                }
                digits++;
            }
            if (digits != 2 * LENGTH) {
                throw KeyFault.of(
                        KeyFault.Kind.PRIVATE_KEY_DIGITS, "", "digits", Integer.toString(digits));
            }
            return of(algorithm, raw);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static int begin(char[] typed) {
        int at = 0;
        while (at < typed.length && Character.isWhitespace(typed[at])) {
            at++;
        }
        boolean prefixed =
                at + 1 < typed.length
                        && typed[at] == '0'
                        && (typed[at + 1] == 'x' || typed[at + 1] == 'X');
        return prefixed ? at + 2 : at;
    }

    /**
     * A new key.
     *
     * @param random fills an array with unpredictable bytes, such as {@code
     *     SecureRandom::nextBytes}
     */
    public static AccountPrivateKey generate(
            SignatureAlgorithm algorithm, Consumer<byte[]> random) {
        byte[] seed = new byte[SEED_LENGTH];
        try {
            random.accept(seed);
            return ofSeed(algorithm, seed);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /**
     * The key that these bytes give, always the same one: their number modulo the order less one,
     * plus one (FIPS 186-5, A.2.1).
     *
     * @param seed 48 bytes, as unpredictable as the key shall be
     */
    public static AccountPrivateKey ofSeed(SignatureAlgorithm algorithm, byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("a seed has " + SEED_LENGTH + " bytes");
        }
        BigInteger order = Curve.of(algorithm).order();
        BigInteger number =
                new BigInteger(1, seed).mod(order.subtract(BigInteger.ONE)).add(BigInteger.ONE);
        return new AccountPrivateKey(algorithm, Curve.bytes(number));
    }

    /** The algorithm it signs with. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** Its public half. */
    public AccountPublicKey publicKey() {
        return publicKey;
    }

    /**
     * Signs with a nonce that follows from key and message (RFC 6979), so that no weak source of
     * randomness can give the key away. The signature is verified before it is handed out, so that
     * no slip of the machine can either.
     *
     * @param hash what the message is hashed with
     * @param message all that is signed, with its {@link DomainTag} before it
     * @return 64 bytes, r then s
     */
    public synchronized byte[] sign(HashAlgorithm hash, byte[] message) {
        requireUnwiped();
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(hash.digest()));
        signer.init(
                true,
                new ECPrivateKeyParameters(
                        new BigInteger(1, secret), Curve.of(algorithm).domain()));
        BigInteger[] halves = signer.generateSignature(hash.of(message));
        byte[] signature = Arrays.copyOf(Curve.bytes(halves[0]), AccountPublicKey.SIGNATURE_LENGTH);
        System.arraycopy(Curve.bytes(halves[1]), 0, signature, Curve.SIZE, Curve.SIZE);
        if (!publicKey.verifies(hash, message, signature)) {
            throw KeyFault.of(KeyFault.Kind.SIGNATURE_WRONG, "");
        }
        return signature;
    }

    /**
     * Lends the 32 bytes of the key to whoever writes them down; the array is a copy and wiped as
     * soon as the use returns.
     */
    public synchronized <T> T lend(Function<byte[], T> use) {
        requireUnwiped();
        byte[] copy = secret.clone();
        try {
            return use.apply(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /** Overwrites the key; from then on it cannot be used. */
    @Override
    public synchronized void close() {
        Arrays.fill(secret, (byte) 0);
        wiped = true;
    }

    private void requireUnwiped() {
        if (wiped) {
            throw new IllegalStateException("the key was wiped");
        }
    }

    @Override
    public String toString() {
        return "private key of " + publicKey;
    }
}
