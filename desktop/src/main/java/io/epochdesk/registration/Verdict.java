package io.epochdesk.registration;

/** What a check came to, the best first. */
public enum Verdict {
    /** It is as it must be. */
    FIT,
    /** It may go wrong, or not do what is wanted: the operator is asked. */
    AT_RISK,
    /** The chain would refuse it, or it would be for nothing: the flow stops here. */
    UNFIT
}
