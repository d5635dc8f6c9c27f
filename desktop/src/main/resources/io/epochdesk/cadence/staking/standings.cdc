import "FlowClusterQC"
import "FlowDKG"
import "FlowIDTableStaking"

// How the given nodes stand in the table and in the setup that is open; nodes the table does not have are left out.

access(all) struct StandingAnswer {
    access(all) let nodeId: String
    access(all) let role: UInt8
    access(all) let networkingAddress: String
    access(all) let networkingKey: String
    access(all) let stakingKey: String
    access(all) let tokensStaked: UFix64
    access(all) let tokensCommitted: UFix64
    access(all) let tokensRequestedToUnstake: UFix64
    access(all) let tokensUnstaking: UFix64
    access(all) let tokensUnstaked: UFix64
    access(all) let tokensRewarded: UFix64
    access(all) let stakeNextEpoch: UFix64
    access(all) let weight: UInt64
    access(all) let approved: Bool
    access(all) let staked: Bool
    access(all) let proposed: Bool
    access(all) let claimed: Bool
    access(all) let wantedInSetup: Bool
    access(all) let doneInSetup: Bool

    init(_ node: FlowIDTableStaking.NodeInfo, approved: Bool, staked: Bool, proposed: Bool, setup: Setup) {
        self.nodeId = node.id
        self.role = node.role
        self.networkingAddress = node.networkingAddress
        self.networkingKey = node.networkingKey
        self.stakingKey = node.stakingKey
        self.tokensStaked = node.tokensStaked
        self.tokensCommitted = node.tokensCommitted
        self.tokensRequestedToUnstake = node.tokensRequestedToUnstake
        self.tokensUnstaking = node.tokensUnstaking
        self.tokensUnstaked = node.tokensUnstaked
        self.tokensRewarded = node.tokensRewarded
        self.stakeNextEpoch = node.totalCommittedWithoutDelegators()
        self.weight = node.initialWeight
        self.approved = approved
        self.staked = staked
        self.proposed = proposed
        self.claimed = FlowClusterQC.voterIsClaimed(node.id) || FlowDKG.participantIsClaimed(node.id) == true
        self.wantedInSetup = setup.wanted[node.id] != nil
        self.doneInSetup = setup.wanted[node.id] ?? false
    }
}

// Whom the setup waits for, and who has done its part; nobody while none is open.
access(all) struct Setup {
    access(all) let wanted: {String: Bool}

    init() {
        self.wanted = {}
        if FlowClusterQC.inProgress {
            for cluster in FlowClusterQC.getClusters() {
                for nodeId in cluster.nodeWeights.keys {
                    self.wanted[nodeId] = cluster.generatedVotes[nodeId]?.message != nil
                }
            }
        }
        if FlowDKG.dkgEnabled {
            for nodeId in FlowDKG.getConsensusNodeIDs() {
                self.wanted[nodeId] = FlowDKG.nodeHasSubmitted(nodeId)
            }
        }
    }
}

access(all) struct StandingsAnswer {
    access(all) let stakingEnabled: Bool
    access(all) let minimums: {UInt8: UFix64}
    access(all) let standings: [StandingAnswer]

    init(_ nodeIds: [String]) {
        self.stakingEnabled = FlowIDTableStaking.stakingEnabled()
        self.minimums = FlowIDTableStaking.getMinimumStakeRequirements()
        self.standings = []
        let known: {String: Bool} = {}
        for nodeId in FlowIDTableStaking.getNodeIDs() {
            known[nodeId] = true
        }
        let approved = FlowIDTableStaking.getApprovedList() ?? {}
        let staked = FlowIDTableStaking.getParticipantNodeList() ?? {}
        let proposed: {String: Bool} = {}
        for nodeId in FlowIDTableStaking.getProposedNodeIDs() {
            proposed[nodeId] = true
        }
        let setup = Setup()
        for nodeId in nodeIds {
            if known[nodeId] == true {
                self.standings.append(StandingAnswer(
                    FlowIDTableStaking.NodeInfo(nodeID: nodeId),
                    approved: approved[nodeId] ?? false,
                    staked: staked[nodeId] ?? false,
                    proposed: proposed[nodeId] ?? false,
                    setup: setup
                ))
            }
        }
    }
}

access(all) fun main(nodeIds: [String]): StandingsAnswer {
    return StandingsAnswer(nodeIds)
}
