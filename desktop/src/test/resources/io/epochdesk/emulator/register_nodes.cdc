import "FlowStakingCollection"
import "FlowToken"
import "FungibleToken"

// Registers several nodes at once; every list has one entry per node. Machine accounts get one key and some FLOW.
transaction(
    ids: [String],
    roles: [UInt8],
    addresses: [String],
    networkingKeys: [String],
    stakingKeys: [String],
    proofs: [String],
    amounts: [UFix64],
    machineKeys: [String],
    machineBalance: UFix64
) {
    prepare(operator: auth(BorrowValue) &Account) {
        let collection = operator.storage.borrow<auth(FlowStakingCollection.CollectionOwner) &FlowStakingCollection.StakingCollection>(
            from: FlowStakingCollection.StakingCollectionStoragePath
        )!
        let purse = operator.storage.borrow<auth(FungibleToken.Withdraw) &FlowToken.Vault>(from: /storage/flowTokenVault)!
        var i = 0
        while i < ids.length {
            let machine = collection.registerNode(
                id: ids[i],
                role: roles[i],
                networkingAddress: addresses[i],
                networkingKey: networkingKeys[i],
                stakingKey: stakingKeys[i],
                stakingKeyPoP: proofs[i],
                amount: amounts[i],
                payer: operator
            )
            if let account = machine {
                account.keys.add(
                    publicKey: PublicKey(
                        publicKey: machineKeys[i].decodeHex(),
                        signatureAlgorithm: SignatureAlgorithm.ECDSA_P256
                    ),
                    hashAlgorithm: HashAlgorithm.SHA3_256,
                    weight: 1000.0
                )
                account.capabilities.borrow<&{FungibleToken.Receiver}>(/public/flowTokenReceiver)!
                    .deposit(from: <-purse.withdraw(amount: machineBalance))
            }
            i = i + 1
        }
    }
}
