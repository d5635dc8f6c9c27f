package io.epochdesk.bls;

import static io.epochdesk.bls.Blst.memory;

import java.util.stream.IntStream;

/**
 * Polynomials with points of G2 as coefficients, Q(x) = A₀ + A₁x + … + Aₜxᵗ, at small whole
 * numbers.
 */
final class G2Polynomial {

    private G2Polynomial() {}

    /**
     * Q(x) by Horner's rule.
     *
     * @param coefficients Jacobian points, A₀ first; left as they are
     */
    static long[] at(long[][] coefficients, int x) {
        long[] value = coefficients[coefficients.length - 1].clone();
        for (int k = coefficients.length - 2; k >= 0; k--) {
            multiply(value, x);
            Blst.run(Blst.P2_ADD, memory(value), memory(value), memory(coefficients[k]));
        }
        return value;
    }

    /** Q(1) … Q(n), Jacobian. Horner's rule up to x = t, differences from there on. */
    static long[][] upTo(long[][] coefficients, int n) {
        int degree = coefficients.length - 1;
        long[][] values = new long[Math.max(n, degree) + 1][];
        values[0] = coefficients[0].clone();
        IntStream.rangeClosed(1, degree).parallel().forEach(x -> values[x] = at(coefficients, x));
        if (n > degree) {
            extend(values, degree);
        }
        long[][] wanted = new long[n][];
        System.arraycopy(values, 1, wanted, 0, n);
        return wanted;
    }

    /**
     * Values beyond the first t + 1: the t-th difference of a polynomial of degree t never changes,
     * so each further value is t additions.
     */
    private static void extend(long[][] values, int degree) {
        long[][] row = new long[degree + 1][];
        for (int i = 0; i <= degree; i++) {
            row[i] = values[i].clone();
        }
        // last[k]: the k-th difference that ends at the newest value
        long[][] last = new long[degree + 1][];
        last[0] = row[degree].clone();
        for (int k = 1; k <= degree; k++) {
            for (int i = 0; i <= degree - k; i++) {
                Blst.negate(Blst.P2_NEGATE, memory(row[i]));
                Blst.run(Blst.P2_ADD, memory(row[i]), memory(row[i]), memory(row[i + 1]));
            }
            last[k] = row[degree - k].clone();
        }
        for (int x = degree + 1; x < values.length; x++) {
            for (int k = degree - 1; k >= 0; k--) {
                Blst.run(Blst.P2_ADD, memory(last[k]), memory(last[k]), memory(last[k + 1]));
            }
            values[x] = last[0].clone();
        }
    }

    /** Multiplies in place by a small number above zero. */
    private static void multiply(long[] point, int x) {
        if (x == 1) {
            return;
        }
        long[] once = point.clone();
        for (int bit = Integer.highestOneBit(x) >>> 1; bit != 0; bit >>>= 1) {
            Blst.run(Blst.P2_DOUBLE, memory(point), memory(point));
            if ((x & bit) != 0) {
                Blst.run(Blst.P2_ADD, memory(point), memory(point), memory(once));
            }
        }
    }
}
