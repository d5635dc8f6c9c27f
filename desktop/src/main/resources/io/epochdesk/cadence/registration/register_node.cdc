import "FlowStakingCollection"

// Registers a node through the signer's staking collection and stakes for it. A collection or consensus node gets a machine account,
// paid by the signer, with one key of full weight.

transaction(
    id: String,
    role: UInt8,
    networkingAddress: String,
    networkingKey: String,
    stakingKey: String,
    stakingKeyPoP: String,
    amount: UFix64,
    machineAccountKey: String,
    machineAccountKeySignatureAlgorithm: UInt8,
    machineAccountKeyHashAlgorithm: UInt8
) {
    prepare(operator: auth(BorrowValue) &Account) {
        let collection = operator.storage
            .borrow<auth(FlowStakingCollection.CollectionOwner) &FlowStakingCollection.StakingCollection>(
                from: FlowStakingCollection.StakingCollectionStoragePath
            ) ?? panic(FlowStakingCollection.getCollectionMissingError(nil))
        let machine = collection.registerNode(
            id: id,
            role: role,
            networkingAddress: networkingAddress,
            networkingKey: networkingKey,
            stakingKey: stakingKey,
            stakingKeyPoP: stakingKeyPoP,
            amount: amount,
            payer: operator
        )
        if let account = machine {
            account.keys.add(
                publicKey: PublicKey(
                    publicKey: machineAccountKey.decodeHex(),
                    signatureAlgorithm: SignatureAlgorithm(rawValue: machineAccountKeySignatureAlgorithm)!
                ),
                hashAlgorithm: HashAlgorithm(rawValue: machineAccountKeyHashAlgorithm)!,
                weight: 1000.0
            )
        }
    }
}
