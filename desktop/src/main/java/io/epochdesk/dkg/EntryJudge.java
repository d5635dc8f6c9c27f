package io.epochdesk.dkg;

import io.epochdesk.dkg.WhiteboardEntry.Flag;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;

/**
 * Judges entries by the DKG they are in: right instance, known sender, right size, subject in
 * range. What is not known yet flags nothing.
 *
 * @param instanceId the instance ID the messages should have, or null when not known
 * @param committee the committee, or null when not known
 */
record EntryJudge(@Nullable String instanceId, @Nullable Committee committee) {

    private static final EnumSet<Flag> MINE =
            EnumSet.of(
                    Flag.WRONG_INSTANCE,
                    Flag.UNKNOWN_SENDER,
                    Flag.WRONG_SIZE,
                    Flag.SUBJECT_OUT_OF_RANGE);

    /** The entry with this judgement; an earlier one is replaced. */
    WhiteboardEntry judge(WhiteboardEntry entry) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(entry.flags());
        flags.removeAll(MINE);
        int expectedSize = committee == null ? -1 : committee.expectedSize(entry.kind());
        if (entry.kind() != MessageKind.UNPARSABLE) {
            if (instanceId != null && !instanceId.equals(entry.instanceId())) {
                flags.add(Flag.WRONG_INSTANCE);
            }
            if (expectedSize >= 0 && entry.dataSize() != expectedSize) {
                flags.add(Flag.WRONG_SIZE);
            }
            if (committee != null && entry.subject() >= 0 && !committee.hasIndex(entry.subject())) {
                flags.add(Flag.SUBJECT_OUT_OF_RANGE);
            }
        }
        if (committee != null
                && !flags.contains(Flag.UNREADABLE)
                && !committee.contains(entry.nodeId())) {
            flags.add(Flag.UNKNOWN_SENDER);
        }
        if (flags.equals(entry.flags()) && expectedSize == entry.expectedSize()) {
            return entry;
        }
        return new WhiteboardEntry(
                entry.position(),
                entry.nodeId(),
                entry.kind(),
                entry.subject(),
                entry.dataSize(),
                expectedSize,
                entry.instanceId(),
                flags,
                entry.contentSize(),
                entry.origin());
    }
}
