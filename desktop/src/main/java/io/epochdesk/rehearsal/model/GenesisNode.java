package io.epochdesk.rehearsal.model;

import org.jspecify.annotations.Nullable;

/**
 * A node that takes part from the beginning.
 *
 * @param id 64 lower-case hex digits
 * @param role 1 to 5
 * @param networkingAddress host and port
 * @param networkingKey 128 hex digits
 * @param stakingKey 192 hex digits
 * @param stake staked FLOW, as a {@link UFix64}
 * @param machineKey 128 hex digits, the P-256 key of its machine account; null for roles without
 * @param machineBalance FLOW in the machine account, as a {@link UFix64}
 * @param operator index of the operator whose collection it is in
 */
public record GenesisNode(
        String id,
        int role,
        String networkingAddress,
        String networkingKey,
        String stakingKey,
        long stake,
        @Nullable String machineKey,
        long machineBalance,
        int operator) {

    /** The record of the staked node. */
    NodeRecord record() {
        return NodeRecord.created(id, role, networkingAddress, networkingKey, stakingKey)
                .with(stake, 0, 0, 0, 0, NodeRecord.FULL_WEIGHT);
    }

    /** The record of the node while its stake is committed and not staked. */
    NodeRecord committed() {
        return NodeRecord.created(id, role, networkingAddress, networkingKey, stakingKey)
                .committing(stake);
    }
}
