// Issues a capability to act as the signer's account.
transaction {
    prepare(account: auth(IssueAccountCapabilityController) &Account) {
        account.capabilities.account.issue<auth(Storage, Keys) &Account>()
    }
}
