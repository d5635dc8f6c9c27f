import "FlowClusterQC"

// The clusters' vote: the only place that has it, since FlowClusterQC emits no events.

access(all) struct VoterAnswer {
    access(all) let nodeId: String
    access(all) let weight: UInt64
    access(all) let message: String?
    access(all) let signature: String?

    init(nodeId: String, weight: UInt64, vote: FlowClusterQC.Vote?) {
        self.nodeId = nodeId
        self.weight = weight
        self.message = vote?.message ?? nil
        self.signature = vote?.signature ?? nil
    }
}

access(all) struct ClusterAnswer {
    access(all) let index: UInt16
    access(all) let totalWeight: UInt64
    access(all) let threshold: UInt64
    access(all) let complete: Bool
    access(all) let members: [VoterAnswer]
    access(all) let weightByMessage: {String: UInt64}

    init(_ cluster: FlowClusterQC.Cluster) {
        self.index = cluster.index
        self.totalWeight = cluster.totalWeight
        self.threshold = cluster.voteThreshold()
        self.complete = cluster.isComplete() != nil
        self.weightByMessage = cluster.uniqueVoteMessageTotalWeights
        self.members = []
        for nodeId in cluster.nodeWeights.keys {
            self.members.append(VoterAnswer(
                nodeId: nodeId,
                weight: cluster.nodeWeights[nodeId] ?? 0,
                vote: cluster.generatedVotes[nodeId]
            ))
        }
    }
}

access(all) struct QuorumAnswer {
    access(all) let inProgress: Bool
    access(all) let completed: Bool
    access(all) let clusters: [ClusterAnswer]

    init() {
        self.inProgress = FlowClusterQC.inProgress
        self.completed = FlowClusterQC.votingCompleted()
        self.clusters = []
        for cluster in FlowClusterQC.getClusters() {
            self.clusters.append(ClusterAnswer(cluster))
        }
    }
}

access(all) fun main(): QuorumAnswer {
    return QuorumAnswer()
}
