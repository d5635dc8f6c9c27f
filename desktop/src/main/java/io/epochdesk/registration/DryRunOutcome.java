package io.epochdesk.registration;

import org.jspecify.annotations.Nullable;

/**
 * What a dry run showed: the transaction's body run as a script, of which nothing stays.
 *
 * @param kind what it came to
 * @param refusal why the chain would refuse it; null unless it would
 */
public record DryRunOutcome(Kind kind, @Nullable Refusal refusal) {

    /** What it can come to. */
    public enum Kind {
        /** All of it went through. */
        PASSED,
        /** All went through up to the creation of the machine account, which scripts cannot do. */
        PASSED_UP_TO_THE_ACCOUNT,
        /** The contract refused it. */
        REFUSED,
        /** This transaction cannot be simulated. */
        CANNOT_BE_SIMULATED
    }
}
