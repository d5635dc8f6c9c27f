import "FlowToken"
import "FungibleToken"

// Sends FLOW from the signer's purse, for instance to refill a machine account.

transaction(amount: UFix64, to: Address) {
    prepare(payer: auth(BorrowValue) &Account) {
        let purse = payer.storage.borrow<auth(FungibleToken.Withdraw) &FlowToken.Vault>(from: /storage/flowTokenVault)
            ?? panic("The signer has no FLOW vault at the path /storage/flowTokenVault")
        let receiver = getAccount(to).capabilities.borrow<&{FungibleToken.Receiver}>(/public/flowTokenReceiver)
            ?? panic("The account ".concat(to.toString()).concat(" cannot receive FLOW"))
        receiver.deposit(from: <-purse.withdraw(amount: amount))
    }
}
