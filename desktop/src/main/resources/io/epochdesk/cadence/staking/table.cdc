import "FlowIDTableStaking"

// Who is registered, approved, staked and proposed, and what it takes.

access(all) struct TableAnswer {
    access(all) let stakingEnabled: Bool
    access(all) let nodeIds: [String]
    access(all) let approved: [String]
    access(all) let staked: [String]
    access(all) let proposed: [String]
    access(all) let minimums: {UInt8: UFix64}
    access(all) let slotLimits: {UInt8: UInt16}

    init() {
        self.stakingEnabled = FlowIDTableStaking.stakingEnabled()
        self.nodeIds = FlowIDTableStaking.getNodeIDs()
        self.approved = FlowIDTableStaking.getApprovedList()?.keys ?? []
        self.staked = FlowIDTableStaking.getStakedNodeIDs()
        self.proposed = FlowIDTableStaking.getProposedNodeIDs()
        self.minimums = FlowIDTableStaking.getMinimumStakeRequirements()
        self.slotLimits = FlowIDTableStaking.getRoleSlotLimits()
    }
}

access(all) fun main(): TableAnswer {
    return TableAnswer()
}
