import "FlowIDTableStaking"

// The given nodes as they stand in the table; nodes it does not have are left out.

access(all) fun main(nodeIds: [String]): [FlowIDTableStaking.NodeInfo] {
    let known: {String: Bool} = {}
    for nodeId in FlowIDTableStaking.getNodeIDs() {
        known[nodeId] = true
    }
    let rows: [FlowIDTableStaking.NodeInfo] = []
    for nodeId in nodeIds {
        if known[nodeId] != nil {
            rows.append(FlowIDTableStaking.NodeInfo(nodeID: nodeId))
        }
    }
    return rows
}
