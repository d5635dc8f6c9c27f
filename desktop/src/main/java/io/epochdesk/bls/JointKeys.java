package io.epochdesk.bls;

import org.jspecify.annotations.Nullable;

/**
 * The keys that a set of verification vectors makes. The vectors are summed coefficient by
 * coefficient, and the sum is evaluated once for each node: O(n·t) where adding up each dealer's
 * values would be O(n²·t). A vector that comes or goes changes the sum alone.
 */
final class JointKeys {

    private final int nodes;
    private final long[][] sum;
    private int vectors;

    JointKeys(DkgInstance instance) {
        this.nodes = instance.size();
        this.sum = new long[instance.threshold() + 1][Blst.P2];
    }

    void add(VerificationVector vector) {
        for (int k = 0; k < sum.length; k++) {
            G2.add(sum[k], vector.point(k));
        }
        vectors++;
    }

    void remove(VerificationVector vector) {
        for (int k = 0; k < sum.length; k++) {
            G2.subtract(sum[k], vector.point(k));
        }
        vectors--;
    }

    /** The keys; null while there is no vector, or when the group's key is infinity. */
    @Nullable BeaconKeys keys() {
        if (vectors == 0 || G2.isInfinity(sum[0])) {
            return null;
        }
        return BeaconKeys.ofPoints(sum[0], G2Polynomial.upTo(affine(), nodes));
    }

    /** Additions are cheaper with one summand whose z is 1. */
    private long[][] affine() {
        long[][] coefficients = G2.toAffine(sum);
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] = G2.fromAffine(coefficients[k]);
        }
        return coefficients;
    }
}
