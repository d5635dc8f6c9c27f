package io.epochdesk.quorum;

import java.util.Map;
import java.util.Optional;

/**
 * What the console found out about the votes of a round.
 *
 * @param byNode by node ID; members without an entry have not voted or are unchecked
 * @param certificates the quorum certificate of each complete cluster, by its index
 * @param keys whose word the staking keys are
 * @param settled whether every vote was checked, or cannot be for now
 */
public record VoteChecks(
        Map<String, VoteCheck> byNode,
        Map<Integer, CheckedCertificate> certificates,
        KeyOrigin keys,
        boolean settled) {

    /**
     * Where the staking keys come from.
     *
     * @param source what told them
     * @param height height of the event, or -1
     */
    public record KeyOrigin(StakingKeys.Source source, long height) {}

    /** Nothing was checked, and nobody is about to. */
    public static final VoteChecks NONE =
            new VoteChecks(
                    Map.of(), Map.of(), new KeyOrigin(StakingKeys.Source.NODE_TABLE, -1), true);

    public VoteChecks {
        byNode = Map.copyOf(byNode);
        certificates = Map.copyOf(certificates);
    }

    /** What is known of a member's vote. */
    public VoteCheck of(ClusterVoter voter) {
        return byNode.getOrDefault(voter.nodeId(), VoteCheck.UNCHECKED);
    }

    /** The certificate of a cluster; empty until the cluster is complete and it was verified. */
    public Optional<CheckedCertificate> certificateOf(ClusterTally cluster) {
        return Optional.ofNullable(certificates.get(cluster.index()));
    }

    /** How many votes have this outcome. */
    public int count(VoteCheck check) {
        return (int) byNode.values().stream().filter(one -> one == check).count();
    }
}
