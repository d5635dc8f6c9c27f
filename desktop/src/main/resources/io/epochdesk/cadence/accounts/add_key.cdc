// Adds a public key to the signer's account. It gets the next free index.

transaction(key: String, signatureAlgorithm: UInt8, hashAlgorithm: UInt8, weight: UFix64) {
    prepare(account: auth(AddKey) &Account) {
        account.keys.add(
            publicKey: PublicKey(
                publicKey: key.decodeHex(),
                signatureAlgorithm: SignatureAlgorithm(rawValue: signatureAlgorithm)!
            ),
            hashAlgorithm: HashAlgorithm(rawValue: hashAlgorithm)!,
            weight: weight
        )
    }
}
