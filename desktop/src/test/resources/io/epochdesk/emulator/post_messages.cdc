import "FlowDKG"

// Posts each content several times over; all events of a transaction together may have 256,000 bytes.
transaction(contents: [String], times: Int) {
    prepare(machine: auth(BorrowValue) &Account) {
        let participant = machine.storage.borrow<&FlowDKG.Participant>(from: FlowDKG.ParticipantStoragePath)!
        var i = 0
        while i < times {
            for content in contents {
                participant.postMessage(content)
            }
            i = i + 1
        }
    }
}
