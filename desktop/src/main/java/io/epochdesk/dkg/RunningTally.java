package io.epochdesk.dkg;

import io.epochdesk.dkg.WhiteboardEntry.Flag;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts a board's entries as they arrive; one thread at a time. */
final class RunningTally {

    private final Map<String, Sender> senders = new HashMap<>();
    private final Map<MessageKind, Integer> kinds = new EnumMap<>(MessageKind.class);
    private final Map<Flag, Integer> flags = new EnumMap<>(Flag.class);
    private int invalid;

    void add(WhiteboardEntry entry) {
        kinds.merge(entry.kind(), 1, Integer::sum);
        boolean isInvalid = false;
        for (Flag flag : entry.flags()) {
            flags.merge(flag, 1, Integer::sum);
            isInvalid |= flag.isInvalid();
        }
        if (isInvalid) {
            invalid++;
        }
        if (!entry.flags().contains(Flag.UNREADABLE)) {
            senders.computeIfAbsent(entry.nodeId(), Sender::new).add(entry);
        }
    }

    WhiteboardTally snapshot() {
        Map<String, SenderTally> tallies = new HashMap<>();
        senders.forEach((nodeId, sender) -> tallies.put(nodeId, sender.snapshot()));
        return new WhiteboardTally(tallies, kinds, flags, invalid);
    }

    private static final class Sender {

        private final String nodeId;
        private final BitSet complaintsMade = new BitSet();
        private final BitSet answersGiven = new BitSet();
        private final EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        private int messages;
        private int vectors;
        private int foreignVectors;
        private boolean firstVectorFits;
        private @Nullable SenderTally unchanged;

        Sender(String nodeId) {
            this.nodeId = nodeId;
        }

        void add(WhiteboardEntry entry) {
            unchanged = null;
            messages++;
            flags.addAll(entry.flags());
            boolean foreign = entry.flags().contains(Flag.WRONG_INSTANCE);
            switch (entry.kind()) {
                case VERIFICATION_VECTOR -> addVector(entry, foreign);
                case COMPLAINT -> mark(complaintsMade, entry, foreign);
                case COMPLAINT_ANSWER -> mark(answersGiven, entry, foreign);
                default -> {
                    // says nothing about the DKG
                }
            }
        }

        private void addVector(WhiteboardEntry entry, boolean foreign) {
            if (foreign) {
                foreignVectors++;
                return;
            }
            if (vectors == 0) {
                firstVectorFits = !entry.flags().contains(Flag.WRONG_SIZE);
            }
            vectors++;
        }

        private static void mark(BitSet indexes, WhiteboardEntry entry, boolean foreign) {
            if (!foreign
                    && entry.subject() >= 0
                    && !entry.flags().contains(Flag.SUBJECT_OUT_OF_RANGE)) {
                indexes.set(entry.subject());
            }
        }

        SenderTally snapshot() {
            SenderTally known = unchanged;
            if (known == null) {
                known =
                        new SenderTally(
                                nodeId,
                                messages,
                                vectors,
                                foreignVectors,
                                firstVectorFits,
                                indexes(complaintsMade),
                                indexes(answersGiven),
                                flags);
                unchanged = known;
            }
            return known;
        }

        private static List<Integer> indexes(BitSet bits) {
            return bits.stream().boxed().toList();
        }
    }
}
