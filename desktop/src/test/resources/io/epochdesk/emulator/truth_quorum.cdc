import "FlowClusterQC"

access(all) fun main(): {String: AnyStruct} {
    let thresholds: [UInt64] = []
    let completed: [String?] = []
    for cluster in FlowClusterQC.getClusters() {
        thresholds.append(cluster.voteThreshold())
        completed.append(cluster.isComplete())
    }
    return {
        "inProgress": FlowClusterQC.inProgress,
        "votingCompleted": FlowClusterQC.votingCompleted(),
        "clusters": FlowClusterQC.getClusters(),
        "thresholds": thresholds,
        "completed": completed
    }
}
