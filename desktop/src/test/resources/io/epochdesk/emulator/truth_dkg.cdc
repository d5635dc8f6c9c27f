import "FlowDKG"

access(all) fun main(): {String: AnyStruct} {
    let submitted: {String: FlowDKG.ResultSubmission?} = {}
    for id in FlowDKG.getConsensusNodeIDs() {
        if FlowDKG.nodeHasSubmitted(id) {
            submitted[id] = FlowDKG.getNodeFinalSubmission(id)
        }
    }
    return {
        "enabled": FlowDKG.dkgEnabled,
        "committee": FlowDKG.getConsensusNodeIDs(),
        "nativeThreshold": FlowDKG.getNativeSuccessThreshold(),
        "safeThreshold": FlowDKG.getSafeSuccessThreshold(),
        "completed": FlowDKG.dkgCompleted(),
        "uniques": FlowDKG.getFinalSubmissions(),
        "counts": FlowDKG.getFinalSubmissionCount(),
        "submitted": submitted
    }
}
