import "FlowIDTableStaking"
import "FlowStakingCollection"

// Takes a node out of the signer's staking collection; the record of its machine account goes with it.
transaction(nodeId: String) {
    prepare(operator: auth(BorrowValue, SaveValue) &Account) {
        let collection = operator.storage.borrow<auth(FlowStakingCollection.CollectionOwner) &FlowStakingCollection.StakingCollection>(
            from: FlowStakingCollection.StakingCollectionStoragePath
        )!
        let staker <- collection.removeNode(nodeID: nodeId)!
        operator.storage.save(<-staker, to: FlowIDTableStaking.NodeStakerStoragePath)
    }
}
