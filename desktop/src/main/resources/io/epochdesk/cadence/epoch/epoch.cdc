import "FlowEpoch"

// Where the epoch stands; nil when the contract has no metadata of its current epoch.

access(all) struct EpochAnswer {
    access(all) let counter: UInt64
    access(all) let phase: UInt8
    access(all) let view: UInt64
    access(all) let startView: UInt64
    access(all) let stakingEndView: UInt64
    access(all) let endView: UInt64
    access(all) let viewsInEpoch: UInt64
    access(all) let viewsInStakingAuction: UInt64
    access(all) let viewsInDkgPhase: UInt64
    access(all) let collectorClusters: UInt16
    access(all) let duration: UInt64
    access(all) let refCounter: UInt64
    access(all) let refTimestamp: UInt64

    init(metadata: FlowEpoch.EpochMetadata, config: FlowEpoch.Config, timing: FlowEpoch.EpochTimingConfig) {
        self.counter = FlowEpoch.currentEpochCounter
        self.phase = FlowEpoch.currentEpochPhase.rawValue
        self.view = getCurrentBlock().view
        self.startView = metadata.startView
        self.stakingEndView = metadata.stakingEndView
        self.endView = metadata.endView
        self.viewsInEpoch = config.numViewsInEpoch
        self.viewsInStakingAuction = config.numViewsInStakingAuction
        self.viewsInDkgPhase = config.numViewsInDKGPhase
        self.collectorClusters = config.numCollectorClusters
        self.duration = timing.duration
        self.refCounter = timing.refCounter
        self.refTimestamp = timing.refTimestamp
    }
}

access(all) fun epoch(): EpochAnswer? {
    if let metadata = FlowEpoch.getEpochMetadata(FlowEpoch.currentEpochCounter) {
        return EpochAnswer(
            metadata: metadata,
            config: FlowEpoch.getConfigMetadata(),
            timing: FlowEpoch.getEpochTimingConfig()
        )
    }
    return nil
}

access(all) fun main(): EpochAnswer? {
    return epoch()
}
