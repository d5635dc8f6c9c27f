package io.epochdesk.rehearsal.chain;

import io.epochdesk.cadence.CadenceValue.CompositeValue;

/**
 * An event in its place.
 *
 * @param transactionId the transaction that emitted it
 * @param transactionIndex position of that transaction in its block
 * @param eventIndex position of the event in its transaction
 * @param payload its value; the type's name is the payload's
 */
public record Event(
        Identifier transactionId, int transactionIndex, int eventIndex, CompositeValue payload) {

    /** Such as {@code A.f8d6e0586b0a20c7.FlowDKG.BroadcastMessage}. */
    public String type() {
        return payload.typeId();
    }
}
