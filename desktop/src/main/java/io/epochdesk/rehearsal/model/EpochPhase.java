package io.epochdesk.rehearsal.model;

/** {@code FlowEpoch.EpochPhase}. */
public enum EpochPhase {
    STAKING_AUCTION(0),
    EPOCH_SETUP(1),
    EPOCH_COMMIT(2);

    private final int rawValue;

    EpochPhase(int rawValue) {
        this.rawValue = rawValue;
    }

    /** The number the contract stores. */
    public int rawValue() {
        return rawValue;
    }
}
