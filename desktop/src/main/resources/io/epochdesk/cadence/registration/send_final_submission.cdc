import "FlowDKG"

// Submits what a consensus node's DKG came to. A node can submit once.

transaction(groupKey: String, pubKeys: [String], idMapping: {String: Int}) {
    prepare(machine: auth(BorrowValue) &Account) {
        let participant = machine.storage.borrow<&FlowDKG.Participant>(from: FlowDKG.ParticipantStoragePath)
            ?? panic("The signer has no Participant at the path /storage/flowEpochsDKGParticipant")
        participant.sendFinalSubmission(
            FlowDKG.ResultSubmission(groupPubKey: groupKey, pubKeys: pubKeys, idMapping: idMapping)
        )
    }
}
