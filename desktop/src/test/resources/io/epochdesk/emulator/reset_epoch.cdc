import "FlowEpoch"

// Jumps to the next counter with views of one's choice and nothing in it, as a spork does.
transaction(counter: UInt64, startView: UInt64, stakingEndView: UInt64, endView: UInt64) {
    prepare(service: auth(BorrowValue) &Account) {
        let admin = service.storage.borrow<&FlowEpoch.Admin>(from: FlowEpoch.adminStoragePath)!
        admin.resetEpoch(
            currentEpochCounter: counter,
            randomSource: "00112233445566778899aabbccddeeff",
            startView: startView,
            stakingEndView: stakingEndView,
            endView: endView,
            collectorClusters: [],
            clusterQCs: [],
            dkgPubKeys: []
        )
    }
}
