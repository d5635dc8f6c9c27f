// Revokes a key of the signer's account, for good.

transaction(keyIndex: Int) {
    prepare(account: auth(RevokeKey) &Account) {
        if account.keys.revoke(keyIndex: keyIndex) == nil {
            panic("The account has no key with the index ".concat(keyIndex.toString()))
        }
    }
}
