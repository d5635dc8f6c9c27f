// Moves what is stored at a path to another one, where nobody looks for it.
transaction(path: String) {
    prepare(account: auth(LoadValue, SaveValue) &Account) {
        let moved <- account.storage.load<@AnyResource>(from: StoragePath(identifier: path)!)!
        account.storage.save(<-moved, to: /storage/elsewhere)
    }
}
