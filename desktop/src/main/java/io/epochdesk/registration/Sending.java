package io.epochdesk.registration;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.epochdesk.network.TransactionBody;

import org.jspecify.annotations.Nullable;

/**
 * One attempt at one of a flow's transactions, from the moment it was built.
 *
 * @param transaction which of the flow's transactions, from 0
 * @param encoded the transaction with the signatures it has so far, as hex digits of RLP
 * @param referenceHeight height of its reference block
 * @param id the ID it is known by, 64 hex digits; null until it is about to be handed in
 * @param stage how far it is
 * @param activity its number in the activity log; 0 before it is in it
 * @param ending how it ended; null before it has
 */
public record Sending(
        int transaction,
        String encoded,
        long referenceHeight,
        @Nullable String id,
        Stage stage,
        long activity,
        @Nullable Ending ending) {

    /** How far an attempt is. */
    public enum Stage {
        /** Built; signatures may be missing. */
        BUILT,
        /** Kept just before it is handed in: it may have been, or not. */
        HANDING_IN,
        /** Handed in. */
        HANDED_IN,
        /** It is known how it ended. */
        ENDED
    }

    static Sending built(int transaction, String encoded, long referenceHeight) {
        return new Sending(transaction, encoded, referenceHeight, null, Stage.BUILT, 0, null);
    }

    /** The last height at which a block can take it. */
    @JsonIgnore
    public long last() {
        return referenceHeight + TransactionBody.EXPIRY;
    }

    /** Whether it may still be carried out: nothing else is sent until this is known. */
    @JsonIgnore
    public boolean isUndecided() {
        return stage == Stage.HANDING_IN || stage == Stage.HANDED_IN;
    }

    Sending signed(String more) {
        return new Sending(transaction, more, referenceHeight, id, stage, activity, ending);
    }

    Sending handingIn(String itsId, long number) {
        return new Sending(
                transaction, encoded, referenceHeight, itsId, Stage.HANDING_IN, number, null);
    }

    Sending at(Stage other) {
        return new Sending(transaction, encoded, referenceHeight, id, other, activity, ending);
    }

    Sending ended(Ending how) {
        return new Sending(transaction, encoded, referenceHeight, id, Stage.ENDED, activity, how);
    }
}
