package io.epochdesk.rehearsal.model;

import java.util.List;

/**
 * State of the contract FlowClusterQC.
 *
 * @param inProgress whether votes are taken
 * @param clusters the clusters with their votes; those of the last epoch when not in progress
 * @param claimed nodes whose Voter was handed out, for ever
 * @param nodeCluster the cluster a node was last in; never cleared
 */
public record ClusterVoting(
        boolean inProgress,
        List<Cluster> clusters,
        PersistentMap<String, Boolean> claimed,
        PersistentMap<String, Integer> nodeCluster) {

    public ClusterVoting {
        clusters = List.copyOf(clusters);
    }

    /** {@code votingCompleted}: every cluster has a quorum; true when there are none. */
    public boolean votingCompleted() {
        for (Cluster cluster : clusters) {
            if (cluster.leading() == null) {
                return false;
            }
        }
        return true;
    }

    ClusterVoting with(boolean nowInProgress) {
        return new ClusterVoting(nowInProgress, clusters, claimed, nodeCluster);
    }

    ClusterVoting with(List<Cluster> newClusters, PersistentMap<String, Integer> assignment) {
        return new ClusterVoting(inProgress, newClusters, claimed, assignment);
    }

    ClusterVoting claiming(String nodeId) {
        return new ClusterVoting(inProgress, clusters, claimed.with(nodeId, true), nodeCluster);
    }
}
