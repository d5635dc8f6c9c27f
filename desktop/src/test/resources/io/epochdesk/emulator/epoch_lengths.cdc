import "FlowEpoch"

// Sets lengths in views and the number of clusters; nil leaves a value as it is. The contract checks after each single call that
// auction and DKG fit into the epoch, so a longer epoch comes first and a shorter one last.
transaction(epoch: UInt64?, auction: UInt64?, dkgPhase: UInt64?, clusters: UInt16?) {
    prepare(service: auth(BorrowValue) &Account) {
        let admin = service.storage.borrow<&FlowEpoch.Admin>(from: FlowEpoch.adminStoragePath)!
        let grows = epoch != nil && epoch! > FlowEpoch.getConfigMetadata().numViewsInEpoch
        if grows {
            admin.updateEpochViews(epoch!)
        }
        if let views = auction {
            admin.updateAuctionViews(views)
        }
        if let views = dkgPhase {
            admin.updateDKGPhaseViews(views)
        }
        if epoch != nil && !grows {
            admin.updateEpochViews(epoch!)
        }
        if let number = clusters {
            admin.updateNumCollectorClusters(number)
        }
    }
}
