package io.epochdesk.network;

import java.util.Comparator;

/**
 * An event as the chain recorded it. Height, transaction index and event index order all events of
 * a chain totally and name each of them once.
 *
 * @param height block height
 * @param blockId block ID, 64 hex digits
 * @param type such as {@code A.f8d6e0586b0a20c7.FlowDKG.BroadcastMessage}
 * @param transactionId 64 hex digits
 * @param transactionIndex position of the transaction in its block
 * @param eventIndex position of the event in its transaction
 * @param payload as sent: a JSON-Cadence text, or a CCF message where the event was followed
 */
@SuppressWarnings(
        "ArrayRecordComponent") // events are compared by their place in the chain, never by payload
public record ChainEvent(
        long height,
        String blockId,
        String type,
        String transactionId,
        int transactionIndex,
        int eventIndex,
        byte[] payload) {

    /** The order of the chain. */
    public static final Comparator<ChainEvent> ORDER =
            Comparator.comparingLong(ChainEvent::height)
                    .thenComparingInt(ChainEvent::transactionIndex)
                    .thenComparingInt(ChainEvent::eventIndex);
}
