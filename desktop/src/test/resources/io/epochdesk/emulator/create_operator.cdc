import "FlowToken"
import "FungibleToken"

// An account with one P-256 key (for SHA3-256) and some FLOW from the service account.
transaction(key: String, amount: UFix64) {
    prepare(service: auth(BorrowValue) &Account) {
        let operator = Account(payer: service)
        operator.keys.add(
            publicKey: PublicKey(publicKey: key.decodeHex(), signatureAlgorithm: SignatureAlgorithm.ECDSA_P256),
            hashAlgorithm: HashAlgorithm.SHA3_256,
            weight: 1000.0
        )
        let purse = service.storage.borrow<auth(FungibleToken.Withdraw) &FlowToken.Vault>(from: /storage/flowTokenVault)!
        let receiver = operator.capabilities.borrow<&{FungibleToken.Receiver}>(/public/flowTokenReceiver)!
        receiver.deposit(from: <-purse.withdraw(amount: amount))
    }
}
