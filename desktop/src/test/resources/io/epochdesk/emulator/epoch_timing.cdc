import "FlowEpoch"

transaction(duration: UInt64, refCounter: UInt64, refTimestamp: UInt64) {
    prepare(service: auth(BorrowValue) &Account) {
        let admin = service.storage.borrow<&FlowEpoch.Admin>(from: FlowEpoch.adminStoragePath)!
        admin.updateEpochTimingConfig(
            FlowEpoch.EpochTimingConfig(duration: duration, refCounter: refCounter, refTimestamp: refTimestamp)
        )
    }
}
