import "FlowDKG"

// The DKG without its whiteboard, which may be too large for any script.

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

access(all) fun main(): DkgAnswer {
    return DkgAnswer()
}
