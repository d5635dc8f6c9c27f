package io.epochdesk.dkg;

import io.epochdesk.dkg.WhiteboardEntry.Flag;
import io.epochdesk.dkg.WhiteboardEntry.Origin;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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
    private final Set<Said> said = new HashSet<>();
    private final Set<Topic> topics = new HashSet<>();
    private final MessageDigest sha256 = Sha256.digest();

    /** The next entry, with the flags that do not depend on the committee. */
    WhiteboardEntry read(int position, String sender, String content, byte[] utf8, Origin origin) {
        String nodeId = nodeIds.computeIfAbsent(sender, known -> known);
        DkgContent parsed = ContentParser.parse(content);
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        boolean duplicate = !said.add(said(nodeId, utf8));
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

    private Said said(String nodeId, byte[] utf8) {
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest(utf8));
        return new Said(nodeId, digest.getLong(), digest.getLong());
    }

    /** Who said exactly what; half a SHA-256 stands for the content. */
    private record Said(String nodeId, long high, long low) {}

    /** What a message is about: a second one on the same topic is unusual. */
    private record Topic(
            String nodeId, MessageKind kind, int subject, @Nullable String instanceId) {}
}
