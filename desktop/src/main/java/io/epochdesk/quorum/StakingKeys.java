package io.epochdesk.quorum;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BlsPublicKey;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Staking keys of nodes, and where they come from.
 *
 * @param byNode by node ID; a node whose key is no point of G2 has none
 * @param source what told them
 * @param height height of the event, or -1 where the node table told them
 */
public record StakingKeys(Map<String, BlsPublicKey> byNode, Source source, long height) {

    /** Before any are known. */
    public static final StakingKeys NONE = new StakingKeys(Map.of(), Source.NODE_TABLE, -1);

    /** What told the keys. */
    public enum Source {
        /** The {@code EpochSetup} or {@code EpochRecover} that lists the epoch's nodes. */
        ANNOUNCEMENT,
        /** {@code FlowIDTableStaking} as it is now, where the event cannot be had. */
        NODE_TABLE
    }

    public StakingKeys {
        byNode = Map.copyOf(byNode);
    }

    /** The keys of hex texts that are points of G2; the others are left out. */
    public static StakingKeys of(Map<String, String> hexByNode, Source source, long height) {
        Map<String, BlsPublicKey> keys = new HashMap<>();
        hexByNode.forEach((node, hex) -> decoded(hex).ifPresent(key -> keys.put(node, key)));
        return new StakingKeys(keys, source, height);
    }

    private static Optional<BlsPublicKey> decoded(String hex) {
        try {
            return Optional.of(BlsPublicKey.ofHex(hex));
        } catch (BadEncodingException _) {
            return Optional.empty();
        }
    }
}
