import "FlowStakingCollection"

// What an operator's staking collection holds; nil without one.

access(all) struct CollectionAnswer {
    access(all) let nodeIds: [String]
    access(all) let machineAccounts: {String: Address}
    access(all) let unlockedTokensUsed: UFix64
    access(all) let lockedTokensUsed: UFix64

    init(_ owner: Address) {
        self.nodeIds = FlowStakingCollection.getNodeIDs(address: owner)
        self.machineAccounts = {}
        let machines = FlowStakingCollection.getMachineAccounts(address: owner)
        for nodeId in machines.keys {
            self.machineAccounts[nodeId] = machines[nodeId]!.getAddress()
        }
        self.unlockedTokensUsed = FlowStakingCollection.getUnlockedTokensUsed(address: owner)
        self.lockedTokensUsed = FlowStakingCollection.getLockedTokensUsed(address: owner)
    }
}

access(all) fun main(owner: Address): CollectionAnswer? {
    return FlowStakingCollection.doesAccountHaveStakingCollection(address: owner) ? CollectionAnswer(owner) : nil
}
