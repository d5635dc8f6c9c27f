package io.epochdesk.rehearsal.model;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The functions of the contract FlowClusterQC that change something. */
final class FlowClusterQc {

    private FlowClusterQc() {}

    /** {@code Admin.createVoter}: hands out a node's Voter, once for ever. */
    static Stored.Voter createVoter(Draft draft, NodeRecord node) throws Aborted {
        ClusterVoting quorum = draft.world().quorum();
        if (quorum.claimed().containsKey(node.id())) {
            throw Aborted.precondition(
                    "Cannot create a Voter resource for a node ID that has already been claimed");
        }
        draft.set(draft.world().with(quorum.claiming(node.id())));
        return new Stored.Voter(node.id(), node.stakingKey());
    }

    /** {@code Admin.startVoting}. */
    static void startVoting(Draft draft, List<Cluster> clusters) {
        ClusterVoting quorum = draft.world().quorum();
        PersistentMap<String, Integer> assignment = quorum.nodeCluster();
        for (Cluster cluster : clusters) {
            for (String nodeId : cluster.nodeWeights().keys()) {
                assignment = assignment.with(nodeId, cluster.index());
            }
        }
        draft.set(draft.world().with(quorum.with(true).with(clusters, assignment)));
    }

    /** {@code Admin.stopVoting}: only once every cluster has its quorum. */
    static void stopVoting(Draft draft) throws Aborted {
        if (!draft.world().quorum().votingCompleted()) {
            throw Aborted.precondition("Voting must be complete before it can be stopped");
        }
        forceStopVoting(draft);
    }

    /** {@code Admin.forceStopVoting}. */
    static void forceStopVoting(Draft draft) {
        draft.set(draft.world().with(draft.world().quorum().with(false)));
    }

    /** {@code nodeHasVoted}; like the contract it fails for a node whose cluster is no more. */
    static boolean nodeHasVoted(ClusterVoting quorum, String nodeId) throws Aborted {
        Integer index = quorum.nodeCluster().get(nodeId);
        return index != null && at(quorum, index).votes().containsKey(nodeId);
    }

    /** {@code Voter.vote}. */
    static void vote(
            Draft draft,
            StakingSignatures signatures,
            Stored.Voter voter,
            String signature,
            String message)
            throws Aborted {
        ClusterVoting quorum = draft.world().quorum();
        if (!quorum.inProgress()) {
            throw Aborted.precondition("Voting phase is not in progress");
        }
        if (signature.isEmpty()) {
            throw Aborted.precondition("Vote signature must not be empty");
        }
        if (message.isEmpty()) {
            throw Aborted.precondition("Vote message must not be empty");
        }
        if (nodeHasVoted(quorum, voter.nodeId())) {
            throw Aborted.precondition("Vote must not have been cast already");
        }
        byte[] key = HexFormat.of().parseHex(voter.stakingKey());
        byte[] point = Hex.decode(signature);
        if (!signatures.isVote(key, Hex.decode(message), point)) {
            throw Aborted.assertion("Vote Signature cannot be verified");
        }
        Integer index = quorum.nodeCluster().get(voter.nodeId());
        if (index == null) {
            throw Aborted.panic("This node cannot vote during the current epoch");
        }
        Cluster cluster = at(quorum, index);
        if (!cluster.nodeWeights().containsKey(voter.nodeId())) {
            throw Aborted.nil();
        }
        List<Cluster> clusters = new ArrayList<>(quorum.clusters());
        clusters.set(index, cluster.withVote(voter.nodeId(), new Vote(signature, message)));
        draft.set(draft.world().with(quorum.with(clusters, quorum.nodeCluster())));
    }

    private static Cluster at(ClusterVoting quorum, int index) throws Aborted {
        if (index >= quorum.clusters().size()) {
            throw Aborted.runtime(
                    "array index out of bounds: "
                            + index
                            + ", but size is "
                            + quorum.clusters().size());
        }
        return quorum.clusters().get(index);
    }
}
