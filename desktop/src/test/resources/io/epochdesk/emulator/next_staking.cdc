import "FlowIDTableStaking"

// Ends the staking auction, stakes what was committed and begins the next auction, of no epoch's.
transaction(counter: UInt64) {
    prepare(service: auth(BorrowValue) &Account) {
        let admin = service.storage.borrow<&FlowIDTableStaking.Admin>(from: FlowIDTableStaking.StakingAdminStoragePath)!
        admin.endStakingAuction()
        admin.moveTokens(newEpochCounter: counter)
        admin.startStakingAuction()
    }
}
