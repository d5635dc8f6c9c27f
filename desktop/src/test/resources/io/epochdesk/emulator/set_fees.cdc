import "FlowFees"

// Sets what transactions cost.
transaction(surgeFactor: UFix64, inclusionEffortCost: UFix64, executionEffortCost: UFix64) {
    prepare(service: auth(BorrowValue) &Account) {
        service.storage.borrow<&FlowFees.Administrator>(from: /storage/flowFeesAdmin)!.setFeeParameters(
            surgeFactor: surgeFactor,
            inclusionEffortCost: inclusionEffortCost,
            executionEffortCost: executionEffortCost
        )
    }
}
