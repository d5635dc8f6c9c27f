import "FlowToken"
import "FungibleToken"

// Sends FLOW from the signer's purse to several accounts, for instance to refill machine accounts: all of them or none.

transaction(accounts: [Address], amounts: [UFix64]) {
    prepare(payer: auth(BorrowValue) &Account) {
        if accounts.length != amounts.length {
            panic("There must be one amount for each account")
        }
        let purse = payer.storage.borrow<auth(FungibleToken.Withdraw) &FlowToken.Vault>(from: /storage/flowTokenVault)
            ?? panic("The signer has no FLOW vault at the path /storage/flowTokenVault")
        for i, account in accounts {
            let receiver = getAccount(account).capabilities.borrow<&{FungibleToken.Receiver}>(/public/flowTokenReceiver)
                ?? panic("The account ".concat(account.toString()).concat(" cannot receive FLOW"))
            receiver.deposit(from: <-purse.withdraw(amount: amounts[i]))
        }
    }
}
