package io.epochdesk.dkg;

import io.epochdesk.dkg.WhiteboardEntry.Flag;

import java.util.Map;

/**
 * The whiteboard in numbers, kept up while messages arrive so that nobody needs to walk through a
 * large board.
 *
 * @param senders what each sender has posted, by node ID; silent nodes are absent
 * @param kinds number of messages by kind; absent means none
 * @param flags number of messages by flag; absent means none
 * @param invalid messages with any flag that makes them void or foreign: {@link Flag#isInvalid()}
 */
public record WhiteboardTally(
        Map<String, SenderTally> senders,
        Map<MessageKind, Integer> kinds,
        Map<Flag, Integer> flags,
        int invalid) {

    public WhiteboardTally {
        senders = Map.copyOf(senders);
        kinds = Map.copyOf(kinds);
        flags = Map.copyOf(flags);
    }

    /** Of an empty board. */
    public static WhiteboardTally empty() {
        return new WhiteboardTally(Map.of(), Map.of(), Map.of(), 0);
    }

    /** Number of messages of this kind. */
    public int count(MessageKind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    /** Number of messages with this flag. */
    public int count(Flag flag) {
        return flags.getOrDefault(flag, 0);
    }
}
