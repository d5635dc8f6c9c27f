// Stores a text of 128 KiB.
transaction {
    prepare(account: auth(SaveValue) &Account) {
        var text = "twice as long, again and again: "
        while text.length < 131072 {
            text = text.concat(text)
        }
        account.storage.save(text, to: /storage/fullOfText)
    }
}
