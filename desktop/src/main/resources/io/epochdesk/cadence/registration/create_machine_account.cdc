import "FlowStakingCollection"

// Creates the machine account of a node that is in the signer's staking collection without one. Possible once in the life of a node.

transaction(
    nodeID: String,
    machineAccountKey: String,
    machineAccountKeySignatureAlgorithm: UInt8,
    machineAccountKeyHashAlgorithm: UInt8
) {
    prepare(operator: auth(BorrowValue) &Account) {
        let collection = operator.storage
            .borrow<auth(FlowStakingCollection.CollectionOwner) &FlowStakingCollection.StakingCollection>(
                from: FlowStakingCollection.StakingCollectionStoragePath
            ) ?? panic(FlowStakingCollection.getCollectionMissingError(nil))
        let account = collection.createMachineAccountForExistingNode(nodeID: nodeID, payer: operator)
            ?? panic("Could not create a machine account for the node")
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
