import "FlowDKG"

/// Submits the result a consensus node's DKG came to.
transaction(groupKey: String, pubKeys: [String], idMapping: {String: Int}) {
    prepare(machine: auth(BorrowValue) &Account) {
        let participant = machine.storage.borrow<&FlowDKG.Participant>(from: FlowDKG.ParticipantStoragePath)
            ?? panic("no Participant at the standard path of this account")
        participant.sendFinalSubmission(
            FlowDKG.ResultSubmission(groupPubKey: groupKey, pubKeys: pubKeys, idMapping: idMapping))
    }
}
