import "FlowClusterQC"
import "FlowDKG"
import "FlowStakingCollection"
import "FlowStorageFees"

// What an account has, and what it stores for a node's part in an epoch. Looks into private storage, as only scripts can.

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

    init(_ account: auth(BorrowValue) &Account) {
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
    }
}

access(all) fun main(address: Address): AccountAnswer {
    return AccountAnswer(getAuthAccount<auth(BorrowValue) &Account>(address))
}
