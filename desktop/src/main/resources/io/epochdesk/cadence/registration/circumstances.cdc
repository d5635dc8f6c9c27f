import "FlowClusterQC"
import "FlowDKG"
import "FlowEpoch"
import "FlowFees"
import "FlowIDTableStaking"
import "FlowStakingCollection"
import "FlowStorageFees"
import "FlowToken"
import "FungibleToken"
import "LockedTokens"

// All that the checks before a registration ask, in one call and so of one block: accounts, costs, nodes and the table, the
// signer's staking collection, what its stake may come from, what was claimed, and the part of nodes in the epoch being prepared.

access(all) struct KeyAnswer {
    access(all) let index: Int
    access(all) let publicKey: String
    access(all) let signatureAlgorithm: UInt8
    access(all) let hashAlgorithm: UInt8
    access(all) let weight: UFix64
    access(all) let revoked: Bool

    init(_ key: AccountKey) {
        self.index = key.keyIndex
        self.publicKey = String.encodeHex(key.publicKey.publicKey)
        self.signatureAlgorithm = key.publicKey.signatureAlgorithm.rawValue
        self.hashAlgorithm = key.hashAlgorithm.rawValue
        self.weight = key.weight
        self.revoked = key.isRevoked
    }
}

access(all) struct AccountAnswer {
    access(all) let address: Address
    access(all) let balance: UFix64
    access(all) let availableBalance: UFix64
    access(all) let reservedBalance: UFix64
    access(all) let storageUsed: UInt64
    access(all) let storageCapacity: UInt64
    access(all) let keys: [KeyAnswer]
    access(all) let voterOf: String?
    access(all) let participantOf: String?
    access(all) let hasStakingCollection: Bool
    access(all) let withdrawals: Int
    access(all) let accountCapabilities: Int
    access(all) let holdsStake: Bool

    init(_ account: auth(BorrowValue, Capabilities) &Account) {
        self.address = account.address
        self.balance = account.balance
        self.availableBalance = account.availableBalance
        self.reservedBalance = FlowStorageFees.defaultTokenReservedBalance(account.address)
        self.storageUsed = account.storage.used
        self.storageCapacity = account.storage.capacity
        let keys: [KeyAnswer] = []
        account.keys.forEach(fun (key: AccountKey): Bool {
            keys.append(KeyAnswer(key))
            return true
        })
        self.keys = keys
        self.voterOf = account.storage.borrow<&FlowClusterQC.Voter>(from: FlowClusterQC.VoterStoragePath)?.nodeID
        self.participantOf = account.storage.borrow<&FlowDKG.Participant>(from: FlowDKG.ParticipantStoragePath)?.nodeID
        self.hasStakingCollection = FlowStakingCollection.doesAccountHaveStakingCollection(address: account.address)
        var withdrawals = 0
        let taking = Type<auth(FungibleToken.Withdraw) &{FungibleToken.Provider}>()
        for controller in account.capabilities.storage.getControllers(forPath: /storage/flowTokenVault) {
            if controller.borrowType.isSubtype(of: taking) {
                withdrawals = withdrawals + 1
            }
        }
        self.withdrawals = withdrawals
        self.accountCapabilities = account.capabilities.account.getControllers().length
        let staker = account.storage.borrow<&FlowIDTableStaking.NodeStaker>(from: FlowIDTableStaking.NodeStakerStoragePath)
        self.holdsStake = staker != nil
            || (self.hasStakingCollection && FlowStakingCollection.getNodeIDs(address: account.address).length > 0)
    }
}

access(all) fun isThere(_ account: &Account): Bool {
    return account.keys.get(keyIndex: 0) != nil || account.storage.storagePaths.length > 0
}

access(all) fun accounts(_ addresses: [Address]): [AccountAnswer?] {
    let answers: [AccountAnswer?] = []
    for address in addresses {
        let account = getAuthAccount<auth(BorrowValue, Capabilities) &Account>(address)
        answers.append(isThere(account) ? AccountAnswer(account) : nil)
    }
    return answers
}

access(all) struct FeesAnswer {
    access(all) let surgeFactor: UFix64
    access(all) let inclusionEffortCost: UFix64
    access(all) let executionEffortCost: UFix64
    access(all) let minimumStorageReservation: UFix64
    access(all) let storageMegaBytesPerReservedFlow: UFix64

    init() {
        let fees = FlowFees.getFeeParameters()
        self.surgeFactor = fees.surgeFactor
        self.inclusionEffortCost = fees.inclusionEffortCost
        self.executionEffortCost = fees.executionEffortCost
        self.minimumStorageReservation = FlowStorageFees.minimumStorageReservation
        self.storageMegaBytesPerReservedFlow = FlowStorageFees.storageMegaBytesPerReservedFLOW
    }
}

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

access(all) struct ClaimsAnswer {
    access(all) let networkingAddress: Bool
    access(all) let networkingKey: Bool
    access(all) let stakingKey: Bool

    init(_ networkingAddress: String, _ networkingKey: String, _ stakingKey: String) {
        self.networkingAddress = FlowIDTableStaking.getNetworkingAddressClaimed(address: networkingAddress)
        self.networkingKey = FlowIDTableStaking.getNetworkingKeyClaimed(key: networkingKey)
        self.stakingKey = FlowIDTableStaking.getStakingKeyClaimed(key: stakingKey)
    }
}

access(all) struct EpochPartAnswer {
    access(all) let approved: Bool
    access(all) let voterClaimed: Bool
    access(all) let participantClaimed: Bool
    access(all) let cluster: UInt16?
    access(all) let voted: Bool
    access(all) let participates: Bool
    access(all) let submitted: Bool

    init(_ nodeId: String) {
        let approved = FlowIDTableStaking.getApprovedList() ?? {}
        self.approved = approved[nodeId] ?? false
        self.voterClaimed = FlowClusterQC.voterIsClaimed(nodeId)
        self.participantClaimed = FlowDKG.participantIsClaimed(nodeId) ?? false
        var cluster: UInt16? = nil
        var voted = false
        for each in FlowClusterQC.getClusters() {
            if each.nodeWeights[nodeId] != nil {
                cluster = each.index
                voted = each.generatedVotes[nodeId]?.signature != nil
            }
        }
        self.cluster = cluster
        self.voted = voted
        self.participates = FlowDKG.participantIsRegistered(nodeId)
        self.submitted = FlowDKG.nodeHasSubmitted(nodeId)
    }
}

access(all) struct PurseAnswer {
    access(all) let stakerOf: String?
    access(all) let storesCollection: Bool
    access(all) let lockedBalance: UFix64?

    init(_ owner: auth(BorrowValue) &Account) {
        self.stakerOf = owner.storage.borrow<&FlowIDTableStaking.NodeStaker>(from: FlowIDTableStaking.NodeStakerStoragePath)?.id
        self.storesCollection = owner.storage.borrow<&FlowStakingCollection.StakingCollection>(
            from: FlowStakingCollection.StakingCollectionStoragePath
        ) != nil
        // less its storage reservation, as the collection counts it
        self.lockedBalance = owner.storage.borrow<&LockedTokens.TokenHolder>(from: LockedTokens.TokenHolderStoragePath)
            ?.getLockedAccountBalance()
    }
}

access(all) struct CircumstancesAnswer {
    access(all) let view: UInt64
    access(all) let phase: UInt8
    access(all) let counter: UInt64
    access(all) let stakingEndView: UInt64
    access(all) let votingInProgress: Bool
    access(all) let dkgEnabled: Bool
    access(all) let fees: FeesAnswer
    access(all) let accounts: [AccountAnswer?]
    access(all) let collections: [CollectionAnswer?]
    access(all) let table: StandingsAnswer
    access(all) let claims: ClaimsAnswer
    access(all) let parts: {String: EpochPartAnswer}
    access(all) let purse: PurseAnswer?

    init(
        owner: Address,
        others: [Address],
        nodeIds: [String],
        claims: ClaimsAnswer
    ) {
        self.view = getCurrentBlock().view
        self.phase = FlowEpoch.currentEpochPhase.rawValue
        self.counter = FlowEpoch.currentEpochCounter
        self.stakingEndView = FlowEpoch.getEpochMetadata(FlowEpoch.currentEpochCounter)?.stakingEndView ?? 0
        self.votingInProgress = FlowClusterQC.inProgress
        self.dkgEnabled = FlowDKG.dkgEnabled
        self.fees = FeesAnswer()
        self.accounts = accounts([owner].concat(others))
        self.collections = collections([owner])
        self.table = StandingsAnswer(nodeIds)
        self.claims = claims
        self.parts = {}
        for nodeId in nodeIds {
            self.parts[nodeId] = EpochPartAnswer(nodeId)
        }
        let account = getAuthAccount<auth(BorrowValue) &Account>(owner)
        self.purse = isThere(account) ? PurseAnswer(account) : nil
    }
}

access(all) fun main(
    owner: Address,
    others: [Address],
    nodeIds: [String],
    networkingAddress: String,
    networkingKey: String,
    stakingKey: String
): CircumstancesAnswer {
    return CircumstancesAnswer(
        owner: owner,
        others: others,
        nodeIds: nodeIds,
        claims: ClaimsAnswer(networkingAddress, networkingKey, stakingKey)
    )
}
