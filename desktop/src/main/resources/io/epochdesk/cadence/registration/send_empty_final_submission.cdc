import "FlowDKG"

// Says that a consensus node's DKG failed. A node can submit once.

transaction {
    prepare(machine: auth(BorrowValue) &Account) {
        let participant = machine.storage.borrow<&FlowDKG.Participant>(from: FlowDKG.ParticipantStoragePath)
            ?? panic("The signer has no Participant at the path /storage/flowEpochsDKGParticipant")
        participant.sendFinalSubmission(
            FlowDKG.ResultSubmission(groupPubKey: nil, pubKeys: nil, idMapping: nil)
        )
    }
}
