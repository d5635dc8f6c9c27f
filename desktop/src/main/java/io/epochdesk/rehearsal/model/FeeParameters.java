package io.epochdesk.rehearsal.model;

/**
 * {@code FlowFees.FeeParameters}, each as a {@link UFix64}.
 *
 * @param surgeFactor multiplies the whole
 * @param inclusionEffortCost FLOW for being in a block
 * @param executionEffortCost FLOW for one whole of execution effort, which is 10⁸ computation units
 */
public record FeeParameters(long surgeFactor, long inclusionEffortCost, long executionEffortCost) {

    /** As on mainnet since December 2025. */
    public static FeeParameters mainnet() {
        return new FeeParameters(UFix64.ONE, UFix64.of("0.0001"), UFix64.of("4000.0"));
    }

    /** As an emulator has them when fees are on. */
    public static FeeParameters emulator() {
        return new FeeParameters(UFix64.ONE, UFix64.of("0.00001"), 0);
    }

    /** No fees at all. */
    public static FeeParameters none() {
        return new FeeParameters(0, 0, 0);
    }
}
