package io.epochdesk.dkg;

import io.epochdesk.dkg.WhiteboardEntry.Origin;
import io.epochdesk.fault.CadenceFault;
import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;

import java.util.function.BooleanSupplier;

/**
 * Reads the beginning of a board from the contract's own list, page by page and all of them at one
 * height. Each page goes straight into a ledger, which keeps what is too much for memory on disk.
 */
final class FrontReader {

    /**
     * More messages than any readable list has: a script may touch 20 MB of storage (flow-go {@code
     * fvm/context.go}), and every message holds its sender's 64 hex digits.
     */
    static final int MOST = 20_000_000 / 64;

    /** Messages asked for at once, as long as such answers are not too large. */
    static final int PAGE = 2_000;

    private final WhiteboardReader reader;

    FrontReader(WhiteboardReader reader) {
        this.reader = reader;
    }

    /**
     * Reads the messages that lie before those known by events.
     *
     * @param list how long the list is, and at which height all of it is to be read
     * @param known messages known by events up to that height
     * @param wanted whether the front is still wanted; asked before each page
     * @param into takes the messages
     * @return whether it was read to its end, and not given up in between
     * @throws FaultException when a page cannot be had, or pages do not fit together
     */
    boolean read(
            WhiteboardReader.Page list, int known, BooleanSupplier wanted, WhiteboardLedger into) {
        int count = list.size() - known;
        if (count < 0) {
            throw unexpected("all messages of the whiteboard", "fewer than its events");
        }
        if (count > MOST) {
            throw unexpected("at most " + MOST + " messages", String.valueOf(count));
        }
        int span = PAGE;
        for (int from = 0; from < count; ) {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            int upTo = Math.min(count, from + span);
            try {
                take(list, from, upTo, into);
                from = upTo;
            } catch (FaultException e) {
                if (span == 1 || !isTooLarge(e)) {
                    throw e;
                }
                span = Math.max(1, Math.min(span, upTo - from) / 2);
            }
        }
        return true;
    }

    private void take(WhiteboardReader.Page list, int from, int upTo, WhiteboardLedger into) {
        WhiteboardReader.Page page = reader.at(list.height(), from, upTo);
        if (!page.chain().equals(list.chain())) {
            throw ChainFault.of(
                    ChainFault.Kind.OTHER_HISTORY,
                    "another chain was found while the whiteboard was read",
                    "node",
                    page.source(),
                    "height",
                    Long.toString(list.height()));
        }
        if (page.size() != list.size()) {
            throw unexpected(
                    "a list of " + list.size() + " messages at height " + list.height(),
                    String.valueOf(page.size()));
        }
        if (page.messages().size() != upTo - from) {
            throw unexpected(
                    (upTo - from) + " messages from position " + from,
                    String.valueOf(page.messages().size()));
        }
        page.messages().forEach(each -> into.append(each.nodeId(), each.content(), Origin.LIST));
    }

    private static boolean isTooLarge(FaultException e) {
        return e.fault() instanceof NetworkFault fault
                && fault.kind() == NetworkFault.Kind.ANSWER_TOO_LARGE;
    }

    private static FaultException unexpected(String expected, String found) {
        return CadenceFault.of(
                CadenceFault.Kind.UNEXPECTED_SHAPE,
                "the contract's list of the whiteboard",
                "expected",
                expected,
                "found",
                found);
    }
}
