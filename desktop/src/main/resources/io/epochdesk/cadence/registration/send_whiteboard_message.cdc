import "FlowDKG"

// Posts a consensus node's message on the whiteboard of the DKG.

transaction(content: String) {
    prepare(machine: auth(BorrowValue) &Account) {
        let participant = machine.storage.borrow<&FlowDKG.Participant>(from: FlowDKG.ParticipantStoragePath)
            ?? panic("The signer has no Participant at the path /storage/flowEpochsDKGParticipant")
        participant.postMessage(content)
    }
}
