import "FlowEpoch"

access(all) fun main(): {String: AnyStruct} {
    let counter = FlowEpoch.currentEpochCounter
    let current = FlowEpoch.getEpochMetadata(counter)!
    let next = FlowEpoch.getEpochMetadata(counter + 1)
    return {
        "counter": counter,
        "phase": FlowEpoch.currentEpochPhase.rawValue,
        "height": getCurrentBlock().height,
        "view": getCurrentBlock().view,
        "startView": current.startView,
        "stakingEndView": current.stakingEndView,
        "endView": current.endView,
        "config": FlowEpoch.getConfigMetadata(),
        "timing": FlowEpoch.getEpochTimingConfig(),
        "targetEnd": FlowEpoch.getEpochTimingConfig().getTargetEndTimeForEpoch(counter),
        "proposedCounter": FlowEpoch.proposedEpochCounter(),
        "nextStakingEndView": next?.stakingEndView,
        "nextEndView": next?.endView
    }
}
