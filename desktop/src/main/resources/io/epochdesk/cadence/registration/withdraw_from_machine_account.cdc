import "FlowStakingCollection"

// Takes FLOW back from a machine account into the signer's own purse.

transaction(nodeID: String, amount: UFix64) {
    prepare(operator: auth(BorrowValue) &Account) {
        let collection = operator.storage
            .borrow<auth(FlowStakingCollection.CollectionOwner) &FlowStakingCollection.StakingCollection>(
                from: FlowStakingCollection.StakingCollectionStoragePath
            ) ?? panic(FlowStakingCollection.getCollectionMissingError(nil))
        collection.withdrawFromMachineAccount(nodeID: nodeID, amount: amount)
    }
}
