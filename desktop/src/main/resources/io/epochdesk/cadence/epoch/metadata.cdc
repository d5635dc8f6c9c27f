import "FlowEpoch"

// Views of one epoch: first, end of the auction, last; nil when the contract does not know it.

access(all) fun main(counter: UInt64): [UInt64]? {
    if let metadata = FlowEpoch.getEpochMetadata(counter) {
        return [metadata.startView, metadata.stakingEndView, metadata.endView]
    }
    return nil
}
