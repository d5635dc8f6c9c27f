import "FlowToken"
import "FungibleToken"
import "LockedTokens"

// An account with one P-256 key (for SHA3-256), some FLOW, and a locked account with some more.
transaction(key: String, unlocked: UFix64, locked: UFix64) {
    prepare(service: auth(BorrowValue) &Account) {
        let operator = Account(payer: service)
        operator.keys.add(
            publicKey: PublicKey(publicKey: key.decodeHex(), signatureAlgorithm: SignatureAlgorithm.ECDSA_P256),
            hashAlgorithm: HashAlgorithm.SHA3_256,
            weight: 1000.0
        )
        let shared = Account(payer: service)
        let vault = shared.capabilities.storage.issue<auth(FungibleToken.Withdraw) &FlowToken.Vault>(/storage/flowTokenVault)
        shared.storage.save(
            <-LockedTokens.createLockedTokenManager(vault: vault),
            to: LockedTokens.LockedTokenManagerStoragePath
        )
        let manager = shared.capabilities.storage
            .issue<auth(FungibleToken.Withdraw, LockedTokens.UnlockTokens) &LockedTokens.LockedTokenManager>(
                LockedTokens.LockedTokenManagerStoragePath
            )
        operator.storage.save(
            <-LockedTokens.createTokenHolder(lockedAddress: shared.address, tokenManager: manager),
            to: LockedTokens.TokenHolderStoragePath
        )
        let purse = service.storage.borrow<auth(FungibleToken.Withdraw) &FlowToken.Vault>(from: /storage/flowTokenVault)!
        operator.capabilities.borrow<&{FungibleToken.Receiver}>(/public/flowTokenReceiver)!
            .deposit(from: <-purse.withdraw(amount: unlocked))
        shared.capabilities.borrow<&{FungibleToken.Receiver}>(/public/flowTokenReceiver)!
            .deposit(from: <-purse.withdraw(amount: locked))
    }
}
