import "FlowFees"
import "FlowStorageFees"

// What a transaction and storage cost at present.

access(all) struct FeesAnswer {
    access(all) let surgeFactor: UFix64
    access(all) let inclusionEffortCost: UFix64
    access(all) let executionEffortCost: UFix64
    access(all) let minimumStorageReservation: UFix64
    access(all) let storageMegaBytesPerReservedFlow: UFix64

    init() {
        let fees = FlowFees.getFeeParameters()
        self.surgeFactor = fees.surgeFactor
        self.inclusionEffortCost = fees.inclusionEffortCost
        self.executionEffortCost = fees.executionEffortCost
        self.minimumStorageReservation = FlowStorageFees.minimumStorageReservation
        self.storageMegaBytesPerReservedFlow = FlowStorageFees.storageMegaBytesPerReservedFLOW
    }
}

access(all) fun main(): FeesAnswer {
    return FeesAnswer()
}
