import "FlowStorageFees"

// Sets how many megabytes one FLOW reserves.
transaction(megabytes: UFix64) {
    prepare(service: auth(BorrowValue) &Account) {
        service.storage.borrow<&FlowStorageFees.Administrator>(from: /storage/storageFeesAdmin)!
            .setStorageMegaBytesPerReservedFLOW(megabytes)
    }
}
