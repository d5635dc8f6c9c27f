import "FlowDKG"

transaction(percentage: UFix64?) {
    prepare(service: auth(BorrowValue) &Account) {
        service.storage.borrow<&FlowDKG.Admin>(from: FlowDKG.AdminStoragePath)!
            .setSafeSuccessThreshold(newThresholdPercentage: percentage)
    }
}
