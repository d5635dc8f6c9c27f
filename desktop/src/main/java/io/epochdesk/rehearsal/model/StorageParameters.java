package io.epochdesk.rehearsal.model;

/**
 * {@code FlowStorageFees}' parameters, each as a {@link UFix64}.
 *
 * @param megabytesPerFlow storage that one FLOW reserves
 * @param minimumReservation FLOW that every account must keep
 */
public record StorageParameters(long megabytesPerFlow, long minimumReservation) {

    /** As on mainnet and the emulator: 100 MB for a FLOW, at least 0.001 FLOW. */
    public static StorageParameters mainnet() {
        return new StorageParameters(UFix64.of(100), UFix64.of("0.001"));
    }
}
