import "FlowEpoch"

// One beat of the epoch's heart. A real network's system transaction does BEAT in every block; the others force one transition.
transaction(transition: String) {
    prepare(service: auth(BorrowValue) &Account) {
        let heart = service.storage.borrow<&FlowEpoch.Heartbeat>(from: FlowEpoch.heartbeatStoragePath)!
        switch transition {
            case "BEAT":
                heart.advanceBlock()
            case "END_AUCTION":
                heart.endStakingAuction()
            case "COMMIT":
                heart.startEpochCommit()
            case "END_EPOCH":
                heart.endEpoch()
            default:
                panic("no such transition")
        }
    }
}
