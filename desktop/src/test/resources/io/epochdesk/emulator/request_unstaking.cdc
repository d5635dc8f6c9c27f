import "FlowStakingCollection"

// Takes back a part of a node's stake.
transaction(nodeId: String, amount: UFix64) {
    prepare(operator: auth(BorrowValue) &Account) {
        let collection = operator.storage.borrow<auth(FlowStakingCollection.CollectionOwner) &FlowStakingCollection.StakingCollection>(
            from: FlowStakingCollection.StakingCollectionStoragePath
        )!
        collection.requestUnstaking(nodeID: nodeId, delegatorID: nil, amount: amount)
    }
}
