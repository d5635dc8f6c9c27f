package io.epochdesk.rehearsal;

/** Where the epoch of a rehearsal stands, in the order in which an epoch goes through them. */
public enum RehearsalPhase {
    /** Nodes register; the committee of the next epoch is not fixed yet. */
    STAKING_AUCTION,
    /** Setup has begun: collection nodes vote, consensus nodes deal. */
    DKG_PHASE_1,
    /** Complaints are made. */
    DKG_PHASE_2,
    /** Complaints are answered. */
    DKG_PHASE_3,
    /** The DKG's views are over; results are submitted, the next epoch is not committed yet. */
    AWAITING_COMMIT,
    /** The next epoch is committed. */
    COMMITTED,
    /** The commit deadline has passed without a commit. */
    FALLBACK
}
