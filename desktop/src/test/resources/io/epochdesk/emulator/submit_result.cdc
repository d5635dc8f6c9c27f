import "FlowDKG"

// The final submission; without a group key it is the empty one that says "my DKG failed".
transaction(groupKey: String?, keys: [String]?, indices: {String: Int}?) {
    prepare(machine: auth(BorrowValue) &Account) {
        machine.storage.borrow<&FlowDKG.Participant>(from: FlowDKG.ParticipantStoragePath)!
            .sendFinalSubmission(FlowDKG.ResultSubmission(groupPubKey: groupKey, pubKeys: keys, idMapping: indices))
    }
}
