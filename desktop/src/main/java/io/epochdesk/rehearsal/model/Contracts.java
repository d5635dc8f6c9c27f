package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

import java.util.Map;

/** Where the contracts are. */
public final class Contracts {

    private static final FlowAddress SERVICE = FlowAddress.of("f8d6e0586b0a20c7");

    private Contracts() {}

    /** The addresses the emulator deploys the contracts at. */
    public static Map<String, FlowAddress> emulator() {
        return Map.ofEntries(
                Map.entry("FlowEpoch", SERVICE),
                Map.entry("FlowClusterQC", SERVICE),
                Map.entry("FlowDKG", SERVICE),
                Map.entry("FlowIDTableStaking", SERVICE),
                Map.entry("FlowStakingCollection", SERVICE),
                Map.entry("LockedTokens", SERVICE),
                Map.entry("Burner", SERVICE),
                Map.entry("FlowStorageFees", SERVICE),
                Map.entry("FlowServiceAccount", SERVICE),
                Map.entry("NodeVersionBeacon", SERVICE),
                Map.entry("FlowToken", FlowAddress.of("0ae53cb6e3f42a79")),
                Map.entry("FungibleToken", FlowAddress.of("ee82856bf20e2aa6")),
                Map.entry("FlowFees", FlowAddress.of("e5a8b7f23e8b548f")));
    }
}
