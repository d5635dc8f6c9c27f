package io.epochdesk.bls;

import static io.epochdesk.bls.Blst.memory;

import java.util.List;

/** The one equation behind every check: e(H₁, P₁) · e(H₂, P₂) … = e(S, g₂). */
final class Pairing {

    /** One factor of the left side. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Factor(long[] g1, long[] g2) {}

    private static final long[] GENERATOR_LINES = generatorLines();

    private Pairing() {}

    /** Whether the product of the factors' pairings is the signature's with the generator. */
    static boolean balances(List<Factor> factors, long[] signature) {
        long[] product = new long[Blst.FP12];
        boolean first = true;
        for (Factor factor : factors) {
            long[] loop = first ? product : new long[Blst.FP12];
            Blst.run(Blst.MILLER_LOOP, memory(loop), memory(factor.g2()), memory(factor.g1()));
            if (!first) {
                Blst.run(Blst.FP12_MUL, memory(product), memory(product), memory(loop));
            }
            first = false;
        }
        long[] right = new long[Blst.FP12];
        Blst.run(Blst.MILLER_LOOP_LINES, memory(right), memory(GENERATOR_LINES), memory(signature));
        return Blst.holds(Blst.FINAL_VERIFY, memory(product), memory(right));
    }

    private static long[] generatorLines() {
        byte[] one = new byte[Blst.SCALAR_BYTES];
        one[0] = 1;
        long[] generator = new long[Blst.P2];
        Blst.run(Blst.SK_TO_PK, memory(generator), memory(one));
        long[] lines = new long[Blst.LINES];
        Blst.run(Blst.PRECOMPUTE_LINES, memory(lines), memory(G2.toAffine(generator)));
        return lines;
    }
}
