import "FlowDKG"

/// Submits that a consensus node's DKG failed.
transaction() {
    prepare(machine: auth(BorrowValue) &Account) {
        let participant = machine.storage.borrow<&FlowDKG.Participant>(from: FlowDKG.ParticipantStoragePath)
            ?? panic("no Participant at the standard path of this account")
        participant.sendFinalSubmission(
            FlowDKG.ResultSubmission(groupPubKey: nil, pubKeys: nil, idMapping: nil))
    }
}
