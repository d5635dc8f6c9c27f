import "FlowStakingCollection"

// The machine accounts an operator's staking collection has on record, by node; nil without a collection.

access(all) fun main(owner: Address): {String: Address}? {
    if !FlowStakingCollection.doesAccountHaveStakingCollection(address: owner) {
        return nil
    }
    let addresses: {String: Address} = {}
    let machines = FlowStakingCollection.getMachineAccounts(address: owner)
    for nodeId in machines.keys {
        addresses[nodeId] = machines[nodeId]!.getAddress()
    }
    return addresses
}
