package io.epochdesk.doctor;

/**
 * What comes of a finding if nothing is done.
 *
 * @param kind what happens
 * @param moment when it matters
 */
public record Consequence(Kind kind, Moment moment) {

    /** What can happen. */
    public enum Kind {
        /** A collection node's vote is not cast, or refused. */
        CANNOT_VOTE,
        /** A consensus node's messages and result are not sent, or refused. */
        CANNOT_JOIN_DKG,
        /** A collection node's vote may not be cast. */
        MAY_NOT_VOTE,
        /** A consensus node may not take part in the DKG. */
        MAY_NOT_JOIN_DKG,
        /** Whether the node can do its part cannot be told. */
        NOT_KNOWN,
        /** The node is not part of the epoch that follows. */
        DROPS_OUT,
        /** Somebody else may act for the node. */
        OTHERS_CAN_ACT,
        /** Whoever gets the node's key can take the stake away. */
        STAKE_AT_RISK,
        /** The staking account cannot take FLOW back, nor move the node. */
        OWNER_IS_LOCKED_OUT,
        /** Nothing. */
        NONE
    }
}
