package io.epochdesk.dkg;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One message of the whiteboard, decoded as far as it can be.
 *
 * @param position place on the board, from 0
 * @param nodeId the sender as the contract knows it (a Participant cannot lie about it); empty when
 *     the event cannot be decoded
 * @param kind what the data's first byte says
 * @param subject the index a complaint is about (the dealer) or an answer is for (the complainer),
 *     or -1
 * @param dataSize bytes of data, kind byte included; -1 when unparsable
 * @param expectedSize bytes the kind should have in a committee of this size; -1 where it has none
 * @param instanceId the DKG instance the content claims, empty when unparsable
 * @param flags what is wrong or unusual with it; empty when all is well
 * @param contentSize length of the content as stored, in UTF-8 bytes
 * @param origin where the console has it from
 */
public record WhiteboardEntry(
        int position,
        String nodeId,
        MessageKind kind,
        int subject,
        int dataSize,
        int expectedSize,
        String instanceId,
        Set<Flag> flags,
        int contentSize,
        Origin origin) {

    private static final Map<Set<Flag>, Set<Flag>> SHARED = new ConcurrentHashMap<>();

    public WhiteboardEntry {
        flags = shared(flags);
    }

    /** Boards have tens of thousands of entries with the same few sets of flags. */
    private static Set<Flag> shared(Set<Flag> flags) {
        Set<Flag> known = SHARED.get(flags);
        if (known == null) {
            known = Set.copyOf(flags);
            SHARED.put(known, known);
        }
        return known;
    }

    /** What can be wrong with a message. */
    public enum Flag {
        /** The instance ID is not this DKG's. */
        WRONG_INSTANCE,
        /** The data has another size than its kind should have. */
        WRONG_SIZE,
        /** The same node posted the very same content before. */
        DUPLICATE,
        /**
         * The same node posted a message of this kind before, with other content (for complaints
         * and answers: same subject).
         */
        REPEATED_KIND,
        /** The content cannot be parsed. */
        UNPARSABLE,
        /** A kind that does not belong on the board, or is unknown. */
        UNKNOWN_KIND,
        /** A subject outside the committee. */
        SUBJECT_OUT_OF_RANGE,
        /** The sender is not in the committee. */
        UNKNOWN_SENDER,
        /**
         * The event itself cannot be decoded: sender and content are not known, and the event as it
         * was sent stands in for the content.
         */
        UNREADABLE;

        /** Whether a message with this flag is void or foreign, as opposed to said twice. */
        public boolean isInvalid() {
            return this != DUPLICATE && this != REPEATED_KIND;
        }
    }

    /**
     * Where an entry comes from.
     *
     * @param height block height of the event, or -1 when only the contract's list has it
     * @param transactionId the transaction, empty when only the contract's list has it
     */
    public record Origin(long height, String transactionId) {
        /** Taken from {@code getWhiteBoardMessages()}, because no node has the event any more. */
        public static final Origin LIST = new Origin(-1, "");

        public boolean isEventProved() {
            return height >= 0;
        }
    }
}
