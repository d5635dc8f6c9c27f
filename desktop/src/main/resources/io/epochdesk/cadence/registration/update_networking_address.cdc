import "FlowStakingCollection"

// Changes where a node of the signer's staking collection can be reached, from the next epoch on.

transaction(nodeID: String, newAddress: String) {
    prepare(operator: auth(BorrowValue) &Account) {
        let collection = operator.storage
            .borrow<auth(FlowStakingCollection.CollectionOwner) &FlowStakingCollection.StakingCollection>(
                from: FlowStakingCollection.StakingCollectionStoragePath
            ) ?? panic(FlowStakingCollection.getCollectionMissingError(nil))
        collection.updateNetworkingAddress(nodeID: nodeID, newAddress: newAddress)
    }
}
