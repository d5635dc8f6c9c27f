import "FlowToken"
import "FungibleToken"

// Issues a capability to take the signer's FLOW.
transaction {
    prepare(account: auth(IssueStorageCapabilityController) &Account) {
        account.capabilities.storage.issue<auth(FungibleToken.Withdraw) &FlowToken.Vault>(/storage/flowTokenVault)
    }
}
