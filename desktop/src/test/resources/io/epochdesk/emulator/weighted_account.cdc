import "FlowToken"
import "FungibleToken"

// An account with one P-256 key (for SHA3-256) for each weight, and some FLOW from the service account.
transaction(keys: [String], weights: [UFix64], amount: UFix64) {
    prepare(service: auth(BorrowValue) &Account) {
        let account = Account(payer: service)
        for i, key in keys {
            account.keys.add(
                publicKey: PublicKey(publicKey: key.decodeHex(), signatureAlgorithm: SignatureAlgorithm.ECDSA_P256),
                hashAlgorithm: HashAlgorithm.SHA3_256,
                weight: weights[i]
            )
        }
        let purse = service.storage.borrow<auth(FungibleToken.Withdraw) &FlowToken.Vault>(from: /storage/flowTokenVault)!
        account.capabilities.borrow<&{FungibleToken.Receiver}>(/public/flowTokenReceiver)!
            .deposit(from: <-purse.withdraw(amount: amount))
    }
}
