package io.epochdesk.rehearsal.model;

/** {@code FlowEpoch.EpochPhase}; the order gives the raw values. */
public enum EpochPhase {
    STAKING_AUCTION,
    EPOCH_SETUP,
    EPOCH_COMMIT
}
