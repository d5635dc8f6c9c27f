package io.epochdesk.history;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * A node the operator called their own, and how it was told.
 *
 * @param nodeId 64 lower-case hex digits
 * @param label what the operator calls it; never blank
 * @param role 1 to 5 as far as it was known when it was added, else empty
 * @param machineAccount an address given by hand or found in a file, 16 hex digits, or null
 * @param bootstrapFolder where its files lie, or null
 * @param stakingAccount the account whose collection named it, 16 hex digits, or null
 * @param added when
 */
public record OwnNode(
        String nodeId,
        String label,
        OptionalInt role,
        @Nullable String machineAccount,
        @Nullable String bootstrapFolder,
        @Nullable String stakingAccount,
        Instant added) {

    /** The same node under another name. */
    public OwnNode called(String name) {
        return new OwnNode(
                nodeId, name, role, machineAccount, bootstrapFolder, stakingAccount, added);
    }
}
