package io.epochdesk.doctor;

import io.epochdesk.cadence.FlowAddress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What was seen of machine accounts in the past, by whoever keeps it. */
public interface SpendingHistory {

    /** Nothing is kept. */
    SpendingHistory NONE =
            new SpendingHistory() {
                @Override
                public List<Balance> balances(FlowAddress account) {
                    return List.of();
                }

                @Override
                public List<KeyUse> keyUses(FlowAddress account, int keyIndex) {
                    return List.of();
                }
            };

    /** The balances seen, oldest first. */
    List<Balance> balances(FlowAddress account);

    /** The sequence numbers seen of a key, and when each was first seen; oldest first. */
    List<KeyUse> keyUses(FlowAddress account, int keyIndex);

    /**
     * A balance.
     *
     * @param at when it was read
     * @param height the block it was read at
     * @param amount FLOW
     */
    record Balance(Instant at, long height, BigDecimal amount) {}

    /**
     * A sequence number.
     *
     * @param at when it was first seen
     * @param height the block it was first seen at
     * @param sequence of the next transaction the key proposes
     */
    record KeyUse(Instant at, long height, long sequence) {}
}
