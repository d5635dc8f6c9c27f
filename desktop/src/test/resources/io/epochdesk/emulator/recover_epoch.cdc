import "FlowClusterQC"
import "FlowEpoch"

// Starts the next epoch out of a setup that cannot complete, as the recovery from epoch fallback does.
transaction(
    counter: UInt64,
    startView: UInt64,
    stakingEndView: UInt64,
    endView: UInt64,
    clusters: [[String]],
    groupKey: String,
    keys: [String],
    indices: {String: Int},
    nodes: [String]
) {
    prepare(service: auth(BorrowValue) &Account) {
        let admin = service.storage.borrow<&FlowEpoch.Admin>(from: FlowEpoch.adminStoragePath)!
        let certificates: [FlowClusterQC.ClusterQCVoteData] = []
        for members in clusters {
            certificates.append(FlowClusterQC.ClusterQCVoteData(aggregatedSignature: "00", voterIDs: members))
        }
        admin.recoverNewEpoch(
            recoveryEpochCounter: counter,
            startView: startView,
            stakingEndView: stakingEndView,
            endView: endView,
            targetDuration: 100,
            targetEndTime: 1900000000,
            clusterAssignments: clusters,
            clusterQCVoteData: certificates,
            dkgPubKeys: keys,
            dkgGroupKey: groupKey,
            dkgIdMapping: indices,
            nodeIDs: nodes
        )
    }
}
