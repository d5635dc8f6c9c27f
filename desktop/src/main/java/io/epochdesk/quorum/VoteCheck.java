package io.epochdesk.quorum;

/** What the console itself found out about a vote. */
public enum VoteCheck {
    /** Not checked yet, or its staking key is not known. */
    UNCHECKED,
    /** The member's staking key signed this message as a cluster vote. */
    VERIFIED,
    /**
     * It did not. The contract takes no such vote: the answer, or the key in the node table, is not
     * what the chain has.
     */
    INVALID
}
