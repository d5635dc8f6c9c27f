import "FlowEpoch"
import "FlowClusterQC"
import "FlowDKG"

// All that the board shows except the whiteboard, in one call and so of one block.

access(all) struct EpochAnswer {
    access(all) let counter: UInt64
    access(all) let phase: UInt8
    access(all) let view: UInt64
    access(all) let startView: UInt64
    access(all) let stakingEndView: UInt64
    access(all) let endView: UInt64
    access(all) let viewsInEpoch: UInt64
    access(all) let viewsInStakingAuction: UInt64
    access(all) let viewsInDkgPhase: UInt64
    access(all) let collectorClusters: UInt16
    access(all) let duration: UInt64
    access(all) let refCounter: UInt64
    access(all) let refTimestamp: UInt64

    init(metadata: FlowEpoch.EpochMetadata, config: FlowEpoch.Config, timing: FlowEpoch.EpochTimingConfig) {
        self.counter = FlowEpoch.currentEpochCounter
        self.phase = FlowEpoch.currentEpochPhase.rawValue
        self.view = getCurrentBlock().view
        self.startView = metadata.startView
        self.stakingEndView = metadata.stakingEndView
        self.endView = metadata.endView
        self.viewsInEpoch = config.numViewsInEpoch
        self.viewsInStakingAuction = config.numViewsInStakingAuction
        self.viewsInDkgPhase = config.numViewsInDKGPhase
        self.collectorClusters = config.numCollectorClusters
        self.duration = timing.duration
        self.refCounter = timing.refCounter
        self.refTimestamp = timing.refTimestamp
    }
}

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

access(all) struct SubmissionAnswer {
    access(all) let groupKey: String?
    access(all) let keys: [String]?
    access(all) let idMapping: {String: Int}?
    access(all) let count: UInt64
    access(all) let submitters: [String]

    init(_ submission: FlowDKG.ResultSubmission, count: UInt64, submitters: [String]) {
        self.groupKey = submission.groupPubKey
        self.keys = submission.pubKeys
        self.idMapping = submission.idMapping
        self.count = count
        self.submitters = submitters
    }
}

access(all) struct DkgAnswer {
    access(all) let enabled: Bool
    access(all) let committee: [String]
    access(all) let nativeThreshold: UInt64
    access(all) let safeThreshold: UInt64
    access(all) let completed: Bool
    access(all) let submissions: [SubmissionAnswer]

    init() {
        self.enabled = FlowDKG.dkgEnabled
        self.committee = FlowDKG.getConsensusNodeIDs()
        self.nativeThreshold = FlowDKG.getNativeSuccessThreshold()
        self.safeThreshold = FlowDKG.getSafeSuccessThreshold()
        self.completed = FlowDKG.dkgCompleted() != nil
        self.submissions = []

        let uniques = FlowDKG.getFinalSubmissions()
        let counts = FlowDKG.getFinalSubmissionCount()
        let submitters: [[String]] = []
        for unique in uniques {
            submitters.append([])
        }
        for nodeId in self.committee {
            if let own = FlowDKG.getNodeFinalSubmission(nodeId) {
                var at = 0
                while at < uniques.length {
                    if own.equals(uniques[at]) {
                        submitters[at].append(nodeId)
                        break
                    }
                    at = at + 1
                }
            }
        }
        var index = 0
        while index < uniques.length {
            self.submissions.append(SubmissionAnswer(
                uniques[index],
                count: counts[index] ?? 0,
                submitters: submitters[index]
            ))
            index = index + 1
        }
    }
}

access(all) struct BoardAnswer {
    access(all) let epoch: EpochAnswer?
    access(all) let quorum: QuorumAnswer
    access(all) let dkg: DkgAnswer

    init(epoch: EpochAnswer?) {
        self.epoch = epoch
        self.quorum = QuorumAnswer()
        self.dkg = DkgAnswer()
    }
}

access(all) fun epoch(): EpochAnswer? {
    if let metadata = FlowEpoch.getEpochMetadata(FlowEpoch.currentEpochCounter) {
        return EpochAnswer(
            metadata: metadata,
            config: FlowEpoch.getConfigMetadata(),
            timing: FlowEpoch.getEpochTimingConfig()
        )
    }
    return nil
}

access(all) fun main(): BoardAnswer {
    return BoardAnswer(epoch: epoch())
}
