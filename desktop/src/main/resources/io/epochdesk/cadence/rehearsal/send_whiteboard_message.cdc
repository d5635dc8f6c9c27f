import "FlowDKG"

/// Posts a consensus node's message on the DKG's whiteboard.
transaction(content: String) {
    prepare(machine: auth(BorrowValue) &Account) {
        let participant = machine.storage.borrow<&FlowDKG.Participant>(from: FlowDKG.ParticipantStoragePath)
            ?? panic("no Participant at the standard path of this account")
        participant.postMessage(content)
    }
}
