package io.epochdesk.dkg;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.dkg.WhiteboardEntry.Flag;
import io.epochdesk.dkg.WhiteboardEntry.Origin;
import io.epochdesk.fault.Fault;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The board of one DKG as it grows: entries, tally and contents. One thread at a time; its
 * snapshots may be read anywhere and outlive it, except for contents that were kept on disk.
 */
final class WhiteboardLedger implements AutoCloseable {

    private final ContentStore store;
    private final EntryReader reader;
    private EntryJudge judge = new EntryJudge(null, null);
    private GrowingLog<WhiteboardEntry> entries = new GrowingLog<>();
    private RunningTally tally = new RunningTally();

    WhiteboardLedger(ContentStore store) {
        this.store = store;
        this.reader = new EntryReader(this::contentOf);
    }

    /**
     * Says what the messages are judged by; those already there are judged again when it is
     * something new.
     */
    void judgeBy(EntryJudge newJudge) {
        if (newJudge.equals(judge)) {
            return;
        }
        judge = newJudge;
        List<WhiteboardEntry> before = entries.snapshot();
        entries = new GrowingLog<>();
        tally = new RunningTally();
        before.forEach(entry -> keep(judge.judge(entry)));
    }

    void append(String nodeId, String content, Origin origin) {
        byte[] utf8 = content.getBytes(StandardCharsets.UTF_8);
        store.add(utf8);
        keep(judge.judge(reader.read(entries.size(), nodeId, content, utf8, origin)));
    }

    /** A message whose event cannot be decoded; what was sent stands in for its content. */
    void appendUnreadable(byte[] payload, Origin origin) {
        byte[] utf8 = CadenceDecoder.legible(payload).getBytes(StandardCharsets.UTF_8);
        store.add(utf8);
        keep(judge.judge(reader.unreadable(entries.size(), utf8.length, origin)));
    }

    /**
     * An entry of another ledger, as the next one here.
     *
     * @param content its content, or null when that could not be kept; what it said was read before
     */
    void adopt(WhiteboardEntry entry, @Nullable String content) {
        if (content == null) {
            store.addNothing();
            keep(judge.judge(reader.withoutContent(entries.size(), entry)));
        } else if (entry.flags().contains(Flag.UNREADABLE)) {
            appendUnreadable(content.getBytes(StandardCharsets.UTF_8), entry.origin());
        } else {
            append(entry.nodeId(), content, entry.origin());
        }
    }

    private void keep(WhiteboardEntry entry) {
        entries.append(entry);
        tally.add(entry);
    }

    int size() {
        return entries.size();
    }

    List<WhiteboardEntry> entries() {
        return entries.snapshot();
    }

    WhiteboardTally tally() {
        return tally.snapshot();
    }

    Whiteboard.Contents contents() {
        return store.contents();
    }

    /** The full content of an entry, or null when it could not be kept. */
    @Nullable String contentOf(int position) {
        return store.contents().contentOf(position);
    }

    Optional<Fault> trouble() {
        return store.trouble();
    }

    @Override
    public void close() {
        store.close();
    }
}
