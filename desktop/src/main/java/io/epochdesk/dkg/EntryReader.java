package io.epochdesk.dkg;

import io.epochdesk.dkg.WhiteboardEntry.Flag;
import io.epochdesk.dkg.WhiteboardEntry.Origin;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Turns posted messages into entries, in order: decodes each and finds what was said before. What
 * depends on the committee and the instance is {@link EntryJudge}'s matter.
 */
final class EntryReader {

    /** Longer instance IDs are nonsense and are cut. */
    private static final int MAX_INSTANCE_ID = 128;

    private static final int MAX_KNOWN_INSTANCES = 1024;

    private final Map<String, String> nodeIds = new HashMap<>();
    private final Map<String, String> instanceIds = new HashMap<>();
    private final Map<Said, Integer> said = new HashMap<>();
    private final Set<Topic> topics = new HashSet<>();
    private final CRC32 checksum = new CRC32();
    private final CRC32C otherChecksum = new CRC32C();
    private final IntFunction<@Nullable String> contents;

    /**
     * Reads a board from its beginning.
     *
     * @param contents the contents read before, by position; null where one was not kept
     */
    EntryReader(IntFunction<@Nullable String> contents) {
        this.contents = contents;
    }

    /** The next entry, with the flags that do not depend on the committee. */
    WhiteboardEntry read(int position, String sender, String content, byte[] utf8, Origin origin) {
        String nodeId = nodeIds.computeIfAbsent(sender, known -> known);
        DkgContent parsed = ContentParser.parse(utf8);
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        boolean duplicate = isDuplicate(position, nodeId, content, utf8);
        if (duplicate) {
            flags.add(Flag.DUPLICATE);
        }
        if (parsed == null) {
            flags.add(Flag.UNPARSABLE);
            return new WhiteboardEntry(
                    position,
                    nodeId,
                    MessageKind.UNPARSABLE,
                    -1,
                    -1,
                    -1,
                    "",
                    flags,
                    utf8.length,
                    origin);
        }
        String instance = instance(parsed.instanceId());
        int subject = subject(parsed);
        if (parsed.kind() == MessageKind.UNKNOWN || parsed.kind() == MessageKind.PRIVATE_SHARE) {
            flags.add(Flag.UNKNOWN_KIND);
        }
        if (!topics.add(new Topic(nodeId, parsed.kind(), subject, instance)) && !duplicate) {
            flags.add(Flag.REPEATED_KIND);
        }
        return new WhiteboardEntry(
                position,
                nodeId,
                parsed.kind(),
                subject,
                parsed.dataSize(),
                -1,
                instance,
                flags,
                utf8.length,
                origin);
    }

    /** An entry for an event that cannot be decoded: nobody knows who posted what. */
    WhiteboardEntry unreadable(int position, int size, Origin origin) {
        return new WhiteboardEntry(
                position,
                "",
                MessageKind.UNPARSABLE,
                -1,
                -1,
                -1,
                "",
                Set.of(Flag.UNREADABLE),
                size,
                origin);
    }

    /**
     * An entry read before, at another position, whose content is no longer to be had. What needs
     * the content, whether it is a duplicate, stays as it was found then.
     */
    WhiteboardEntry withoutContent(int position, WhiteboardEntry read) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(read.flags());
        boolean parsed = read.kind() != MessageKind.UNPARSABLE;
        if (parsed
                && !topics.add(
                        new Topic(read.nodeId(), read.kind(), read.subject(), read.instanceId()))
                && !flags.contains(Flag.DUPLICATE)) {
            flags.add(Flag.REPEATED_KIND);
        }
        return new WhiteboardEntry(
                position,
                read.nodeId(),
                read.kind(),
                read.subject(),
                read.dataSize(),
                read.expectedSize(),
                read.instanceId(),
                flags,
                read.contentSize(),
                read.origin());
    }

    private static int subject(DkgContent content) {
        return switch (content.kind()) {
            case COMPLAINT, COMPLAINT_ANSWER -> content.secondByte();
            default -> -1;
        };
    }

    private String instance(String claimed) {
        String cut =
                claimed.length() > MAX_INSTANCE_ID
                        ? claimed.substring(0, MAX_INSTANCE_ID) + "…"
                        : claimed;
        String known = instanceIds.get(cut);
        if (known != null) {
            return known;
        }
        if (instanceIds.size() < MAX_KNOWN_INSTANCES) {
            instanceIds.put(cut, cut);
        }
        return cut;
    }

    private boolean isDuplicate(int position, String nodeId, String content, byte[] utf8) {
        checksum.reset();
        checksum.update(utf8);
        otherChecksum.reset();
        otherChecksum.update(utf8);
        Said what =
                new Said(
                        nodeId,
                        (int) checksum.getValue(),
                        (int) otherChecksum.getValue(),
                        utf8.length);
        Integer before = said.putIfAbsent(what, position);
        if (before == null) {
            return false;
        }
        // checksums can be made to agree; contents cannot
        String earlier = contents.apply(before);
        return earlier == null || earlier.equals(content);
    }

    /** Who said what; checksums stand for the content until two agree. */
    private record Said(String nodeId, int checksum, int otherChecksum, int size) {

        /** The checksums are as good a hash as any, and at hand. */
        @Override
        public int hashCode() {
            return checksum ^ otherChecksum;
        }
    }

    /** What a message is about: a second one on the same topic is unusual. */
    private record Topic(
            String nodeId, MessageKind kind, int subject, @Nullable String instanceId) {}
}
