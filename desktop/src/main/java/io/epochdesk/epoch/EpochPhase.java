package io.epochdesk.epoch;

/** The phases of an epoch, with the raw values of {@code FlowEpoch.EpochPhase}. */
public enum EpochPhase {
    STAKING_AUCTION,
    EPOCH_SETUP,
    EPOCH_COMMIT
}
