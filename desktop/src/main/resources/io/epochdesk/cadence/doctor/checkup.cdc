import "FlowClusterQC"
import "FlowDKG"
import "FlowEpoch"
import "FlowFees"
import "FlowIDTableStaking"
import "FlowStakingCollection"
import "FlowStorageFees"
import "FlowToken"
import "FungibleToken"

// Everything the doctor asks about some nodes: the epoch, how they stand, what the given owners' staking collections
// hold, the machine accounts given, those the collections have on record for these nodes, the owners' own accounts, and
// what transactions cost.
// Made of the smaller scripts, which are asked when this one fails.

access(all) struct EpochAnswer {
    access(all) let counter: UInt64
    access(all) let phase: UInt8
    access(all) let view: UInt64
    access(all) let startView: UInt64
    access(all) let stakingEndView: UInt64
    access(all) let endView: UInt64
    access(all) let viewsInEpoch: UInt64
    access(all) let viewsInStakingAuction: UInt64
    access(all) let viewsInDkgPhase: UInt64
    access(all) let collectorClusters: UInt16
    access(all) let duration: UInt64
    access(all) let refCounter: UInt64
    access(all) let refTimestamp: UInt64

    init(metadata: FlowEpoch.EpochMetadata, config: FlowEpoch.Config, timing: FlowEpoch.EpochTimingConfig) {
        self.counter = FlowEpoch.currentEpochCounter
        self.phase = FlowEpoch.currentEpochPhase.rawValue
        self.view = getCurrentBlock().view
        self.startView = metadata.startView
        self.stakingEndView = metadata.stakingEndView
        self.endView = metadata.endView
        self.viewsInEpoch = config.numViewsInEpoch
        self.viewsInStakingAuction = config.numViewsInStakingAuction
        self.viewsInDkgPhase = config.numViewsInDKGPhase
        self.collectorClusters = config.numCollectorClusters
        self.duration = timing.duration
        self.refCounter = timing.refCounter
        self.refTimestamp = timing.refTimestamp
    }
}

access(all) fun epoch(): EpochAnswer? {
    if let metadata = FlowEpoch.getEpochMetadata(FlowEpoch.currentEpochCounter) {
        return EpochAnswer(
            metadata: metadata,
            config: FlowEpoch.getConfigMetadata(),
            timing: FlowEpoch.getEpochTimingConfig()
        )
    }
    return nil
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

// An account that was never made has neither key nor storage, and asking how much it stores fails.
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

access(all) struct CheckupAnswer {
    access(all) let epoch: EpochAnswer?
    access(all) let standings: StandingsAnswer
    access(all) let collections: [CollectionAnswer?]
    access(all) let accounts: [AccountAnswer?]
    access(all) let fees: FeesAnswer

    init(nodeIds: [String], owners: [Address], machines: [Address]) {
        self.epoch = epoch()
        self.standings = StandingsAnswer(nodeIds)
        self.collections = collections(owners)
        let all = machines
        for found in self.collections {
            if let collection = found {
                for nodeId in nodeIds {
                    if let machine = collection.machineAccounts[nodeId] {
                        if !all.contains(machine.getAddress()) {
                            all.append(machine.getAddress())
                        }
                    }
                }
            }
        }
        for owner in owners {
            if !all.contains(owner) {
                all.append(owner)
            }
        }
        self.accounts = accounts(all)
        self.fees = FeesAnswer()
    }
}

access(all) fun main(nodeIds: [String], owners: [Address], machines: [Address]): CheckupAnswer {
    return CheckupAnswer(nodeIds: nodeIds, owners: owners, machines: machines)
}
