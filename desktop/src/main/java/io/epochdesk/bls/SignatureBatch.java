package io.epochdesk.bls;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Checks many signatures at once, and names the wrong ones.
 *
 * <p>Each signature and its key are multiplied by a random number of 128 bits, unknown to whoever
 * made them, and all are checked in one equation with one pairing for each different message: a
 * batch with a wrong signature passes with a probability of 2⁻¹²⁸ (Bellare, Garay, Rabin 1998). A
 * batch that fails is halved until the wrong ones stand alone.
 */
public final class SignatureBatch {

    /** Large enough to gain, small enough to share out among processors. */
    private static final int CHUNK = 40;

    private final SecureRandom random = new SecureRandom();

    /** The indices of the claims that do not hold; empty when all hold. */
    public BitSet invalid(List<SignedMessage> claims) {
        int chunks = (claims.size() + CHUNK - 1) / CHUNK;
        BitSet invalid = new BitSet(claims.size());
        IntStream.range(0, chunks)
                .parallel()
                .mapToObj(
                        chunk -> {
                            BitSet found = new BitSet();
                            int from = chunk * CHUNK;
                            int to = Math.min(claims.size(), from + CHUNK);
                            search(claims, from, to, found);
                            return found;
                        })
                .toList()
                .forEach(invalid::or);
        return invalid;
    }

    private void search(List<SignedMessage> claims, int from, int to, BitSet invalid) {
        if (to - from == 1) {
            invalid.set(from, !claims.get(from).holds());
        } else if (!allHold(claims.subList(from, to))) {
            int middle = (from + to) >>> 1;
            search(claims, from, middle, invalid);
            search(claims, middle, to, invalid);
        }
    }

    private boolean allHold(List<SignedMessage> claims) {
        List<byte[]> factors = new ArrayList<>(claims.size());
        List<long[]> signatures = new ArrayList<>(claims.size());
        Map<Hashed, Signers> byMessage = new LinkedHashMap<>();
        for (SignedMessage claim : claims) {
            byte[] factor = new byte[MultiScalar.FACTOR_BYTES];
            random.nextBytes(factor);
            factors.add(factor);
            signatures.add(claim.signature().point());
            Hashed hashed = new Hashed(ByteBuffer.wrap(claim.message()), claim.tag());
            byMessage.computeIfAbsent(hashed, _ -> new Signers(claim)).add(claim.key(), factor);
        }
        List<Pairing.Factor> left = new ArrayList<>(byMessage.size());
        byMessage.values().forEach(signers -> left.add(signers.factor()));
        return Pairing.balances(left, MultiScalar.g1(signatures, factors));
    }

    private record Hashed(ByteBuffer message, DomainTag tag) {}

    /** Who is said to have signed one message. */
    private static final class Signers {
        private final SignedMessage first;
        private final List<long[]> keys = new ArrayList<>();
        private final List<byte[]> factors = new ArrayList<>();

        private Signers(SignedMessage first) {
            this.first = first;
        }

        private void add(BlsPublicKey key, byte[] factor) {
            keys.add(key.point());
            factors.add(factor);
        }

        private Pairing.Factor factor() {
            return new Pairing.Factor(
                    HashToCurve.g1(first.message(), first.tag()), MultiScalar.g2(keys, factors));
        }
    }
}
