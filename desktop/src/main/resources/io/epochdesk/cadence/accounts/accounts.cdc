import "FlowClusterQC"
import "FlowDKG"
import "FlowIDTableStaking"
import "FlowStakingCollection"
import "FlowStorageFees"
import "FlowToken"
import "FungibleToken"

// What accounts have, and what they store for a node's part in an epoch; nil for one that is not there.
// Looks into private storage, as only scripts can.

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

access(all) fun main(addresses: [Address]): [AccountAnswer?] {
    return accounts(addresses)
}
