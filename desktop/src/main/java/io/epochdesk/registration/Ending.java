package io.epochdesk.registration;

import io.epochdesk.history.Activity;

import org.jspecify.annotations.Nullable;

/**
 * How a transaction ended.
 *
 * @param kind how
 * @param height the block it was executed in, or the one that showed that it expired
 * @param refusal why it failed; null unless it did
 */
public record Ending(Kind kind, long height, @Nullable Refusal refusal) {

    /** What the activity log says of it. */
    Activity.Outcome outcome() {
        return switch (kind) {
            case SUCCEEDED -> Activity.Outcome.SUCCEEDED;
            case FAILED -> Activity.Outcome.FAILED;
            case EXPIRED -> Activity.Outcome.EXPIRED;
            case UNKNOWN -> Activity.Outcome.UNDER_WAY;
        };
    }

    /** The line of the chain's text that says why it failed; empty when it did not. */
    String line() {
        return refusal == null ? "" : refusal.line();
    }

    /** The ways to end. */
    public enum Kind {
        /** It was carried out. */
        SUCCEEDED,
        /** It was executed and reverted: nothing changed, but for a fee. */
        FAILED,
        /** It was never executed and cannot be any more. */
        EXPIRED,
        /**
         * It cannot be executed any more, and no node tells whether it was: another transaction of
         * the key may have been instead. What it should have changed shows.
         */
        UNKNOWN
    }
}
