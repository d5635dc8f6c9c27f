package io.epochdesk.bls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A node as dealer: its secret polynomial and what it hands out. {@link #close} wipes the
 * polynomial.
 *
 * <p>Coefficient k is KeyGen of the seed with key_info {@code dkg polynomial k} ({@link
 * BlsSecretKey#fromSeed}); a real node's seed is random, so how coefficients come from it is nobody
 * else's concern (onflow/crypto {@code generateFrPolynomial} does it otherwise).
 */
public final class Dealer implements AutoCloseable {

    private final DkgInstance instance;
    private final BlsSecretKey[] coefficients;
    private final VerificationVector vector;

    private Dealer(DkgInstance instance, BlsSecretKey[] coefficients) {
        this.instance = instance;
        this.coefficients = coefficients;
        long[][] points = new long[coefficients.length][];
        IntStream.range(0, points.length)
                .parallel()
                .forEach(k -> points[k] = coefficients[k].publicPoint());
        this.vector = VerificationVector.ofPoints(points);
    }

    /**
     * The dealer of a seed, always the same.
     *
     * @param seed 32 to 256 bytes that nobody can guess, other ones for each dealer and run
     */
    public static Dealer fromSeed(byte[] seed, DkgInstance instance) {
        BlsSecretKey[] coefficients = new BlsSecretKey[instance.threshold() + 1];
        for (int k = 0; k < coefficients.length; k++) {
            byte[] use = ("dkg polynomial " + k).getBytes(StandardCharsets.US_ASCII);
            coefficients[k] = BlsSecretKey.fromSeed(seed, use);
        }
        return new Dealer(instance, coefficients);
    }

    /** What it publishes. */
    public VerificationVector vector() {
        return vector;
    }

    /**
     * What it owes a node: P(i + 1), for the caller to wipe.
     *
     * @throws IllegalArgumentException when there is no such node
     */
    public BlsSecretKey shareOf(int node) {
        if (!instance.hasIndex(node)) {
            throw new IllegalArgumentException("no node " + node);
        }
        byte[][] scalars = new byte[coefficients.length][];
        Arrays.setAll(scalars, k -> coefficients[k].scalar());
        return BlsSecretKey.ofScalar(Scalars.polynomialAt(scalars, node + 1));
    }

    /** The message with its vector. */
    public byte[] vectorData() {
        return DkgData.vector(vector);
    }

    /** The answer to a node's complaint. */
    public byte[] answerData(int complainer) {
        try (BlsSecretKey share = shareOf(complainer)) {
            return DkgData.answer(complainer, share);
        }
    }

    /**
     * A node's key for the random beacon: the sum of the shares that the qualified dealers gave it.
     */
    public static BlsSecretKey beaconKey(Iterable<BlsSecretKey> shares) {
        List<byte[]> scalars = new ArrayList<>();
        shares.forEach(share -> scalars.add(share.scalar()));
        return BlsSecretKey.ofScalar(Scalars.sum(scalars));
    }

    @Override
    public void close() {
        for (BlsSecretKey coefficient : coefficients) {
            coefficient.close();
        }
    }
}
