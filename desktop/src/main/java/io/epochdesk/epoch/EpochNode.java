package io.epochdesk.epoch;

import io.epochdesk.cadence.Shape;

/**
 * A node as an epoch's announcement lists it ({@code FlowIDTableStaking.NodeInfo}).
 *
 * @param id 64 hex digits
 * @param role 1 collection, 2 consensus, 3 execution, 4 verification, 5 access
 * @param stakingKey its BLS key as stored, 192 hex digits
 * @param weight {@code initialWeight}
 */
public record EpochNode(String id, int role, String stakingKey, long weight) {

    private static final int COLLECTION = 1;
    private static final int CONSENSUS = 2;

    static EpochNode read(Shape node) {
        return new EpochNode(
                node.field("id").asString(),
                node.field("role").asUInt8(),
                node.field("stakingKey").asString(),
                node.field("initialWeight").asUInt64());
    }

    /** Whether it votes in a cluster. */
    public boolean isCollection() {
        return role == COLLECTION;
    }

    /** Whether it takes part in the DKG. */
    public boolean isConsensus() {
        return role == CONSENSUS;
    }
}
