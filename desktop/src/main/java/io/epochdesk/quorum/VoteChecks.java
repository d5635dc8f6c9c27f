package io.epochdesk.quorum;

import java.util.Map;

/**
 * What the console found out about the votes of a round.
 *
 * @param byNode by node ID; members without an entry have not voted or are unchecked
 * @param settled whether every vote was checked, or cannot be for now
 */
public record VoteChecks(Map<String, VoteCheck> byNode, boolean settled) {

    /** Nothing was checked, and nobody is about to. */
    public static final VoteChecks NONE = new VoteChecks(Map.of(), true);

    public VoteChecks {
        byNode = Map.copyOf(byNode);
    }

    /** What is known of a member's vote. */
    public VoteCheck of(ClusterVoter voter) {
        return byNode.getOrDefault(voter.nodeId(), VoteCheck.UNCHECKED);
    }

    /** How many votes have this outcome. */
    public int count(VoteCheck check) {
        return (int) byNode.values().stream().filter(one -> one == check).count();
    }
}
