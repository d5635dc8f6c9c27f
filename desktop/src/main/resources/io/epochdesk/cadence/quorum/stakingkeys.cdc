import "FlowIDTableStaking"

// The staking keys that votes are signed with. Nodes that the table no longer has are left out:
// asking for one of them would abort the script.

access(all) fun main(nodeIds: [String]): {String: String} {
    let known: {String: Bool} = {}
    for id in FlowIDTableStaking.getNodeIDs() {
        known[id] = true
    }
    let keys: {String: String} = {}
    for id in nodeIds {
        if known[id] ?? false {
            keys[id] = FlowIDTableStaking.NodeInfo(nodeID: id).stakingKey
        }
    }
    return keys
}
