import "FlowIDTableStaking"

// Every node of the table, from one position up to another of its list of IDs.

access(all) fun main(from: Int, upTo: Int): [FlowIDTableStaking.NodeInfo] {
    let all = FlowIDTableStaking.getNodeIDs()
    let rows: [FlowIDTableStaking.NodeInfo] = []
    var at = from
    while at < upTo && at < all.length {
        rows.append(FlowIDTableStaking.NodeInfo(nodeID: all[at]))
        at = at + 1
    }
    return rows
}
