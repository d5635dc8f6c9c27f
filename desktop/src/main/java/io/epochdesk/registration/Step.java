package io.epochdesk.registration;

import java.util.List;

/** A step of a flow, which is a page of the wizard. */
public enum Step {
    /** What the flow will do, and what it takes. */
    PURPOSE,
    /** Whose account and which values. */
    VALUES,
    /** The chain is asked whether it will go well. */
    PREFLIGHT,
    /** Everything that will be signed, in words and raw. */
    REVIEW,
    /** Signing, here or elsewhere. */
    SIGN,
    /** Sending, and what the chain makes of it. */
    TRACK,
    /** The new key's file is written beside the old one. */
    FILE,
    /** The node has been restarted with it and uses the new key. */
    IN_USE,
    /** What will be signed to revoke the old key. */
    REVIEW_REVOKING,
    /** Signing the revocation. */
    SIGN_REVOKING,
    /** Sending the revocation. */
    TRACK_REVOKING,
    /** What is on the chain now. */
    PROOF;

    static final List<Step> OF_ONE =
            List.of(PURPOSE, VALUES, PREFLIGHT, REVIEW, SIGN, TRACK, PROOF);
    static final List<Step> OF_ROTATION = List.of(values());

    /** Which of the flow's transactions it is about, counted from 0. */
    public int transaction() {
        return switch (this) {
            case REVIEW_REVOKING, SIGN_REVOKING, TRACK_REVOKING -> 1;
            default -> 0;
        };
    }

    /** Whether values may still be changed. */
    public boolean isBeforeSigning() {
        return compareTo(SIGN) < 0;
    }
}
