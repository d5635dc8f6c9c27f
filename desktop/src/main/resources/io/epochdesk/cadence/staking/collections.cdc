import "FlowStakingCollection"

// What operators' staking collections hold; nil for an account without one. Machine accounts are told as the contract
// records them: asking a record for its address fails when its capability was withdrawn.

access(all) struct CollectionAnswer {
    access(all) let owner: Address
    access(all) let nodeIds: [String]
    access(all) let machineAccounts: {String: FlowStakingCollection.MachineAccountInfo}
    access(all) let unlockedTokensUsed: UFix64
    access(all) let lockedTokensUsed: UFix64

    init(_ owner: Address) {
        self.owner = owner
        self.nodeIds = FlowStakingCollection.getNodeIDs(address: owner)
        self.machineAccounts = FlowStakingCollection.getMachineAccounts(address: owner)
        self.unlockedTokensUsed = FlowStakingCollection.getUnlockedTokensUsed(address: owner)
        self.lockedTokensUsed = FlowStakingCollection.getLockedTokensUsed(address: owner)
    }
}

access(all) fun collections(_ owners: [Address]): [CollectionAnswer?] {
    let answers: [CollectionAnswer?] = []
    for owner in owners {
        let has = FlowStakingCollection.doesAccountHaveStakingCollection(address: owner)
        answers.append(has ? CollectionAnswer(owner) : nil)
    }
    return answers
}

access(all) fun main(owners: [Address]): [CollectionAnswer?] {
    return collections(owners)
}
