package io.epochdesk.network.access;

import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainId;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Lets a node in or not: on every new connection, on every switch and before each send it must
 * serve the profile's chain, and the same blocks at the heights seen so far.
 *
 * <p>A node that merely lags behind is not another chain: the blocks are compared at the newest
 * height that both have. But heights that go back on one and the same node are another chain,
 * except a little on a public host, where many nodes answer under one name.
 */
final class Admission {

    /** How far behind a node may be: about two minutes of blocks. */
    static final long TOLERATED_LAG = 150;

    private final ChainId chain;
    private final long grace;
    private final ChainMemory memory;
    private final Pacer pacer;

    /**
     * @param grace how many heights one node's answers may go back and forth
     */
    Admission(ChainId chain, long grace, ChainMemory memory, Pacer pacer) {
        this.chain = chain;
        this.grace = grace;
        this.memory = memory;
        this.pacer = pacer;
    }

    /**
     * Checks a node and takes in what it shows.
     *
     * @param newest the newest sealed header it has just shown
     * @throws FaultException with {@code WRONG_CHAIN}, {@code OTHER_HISTORY} or {@code
     *     HEIGHT_WENT_BACK} when it is on another chain, {@code UNAVAILABLE_HEIGHT} when it lags
     *     far, or whatever keeps it from answering
     */
    void check(NodeSlot slot, NodeCalls calls, BlockHeader newest) throws InterruptedException {
        ChainId served = ask(calls::chainId);
        if (!served.equals(chain)) {
            throw ChainFault.of(
                    ChainFault.Kind.WRONG_CHAIN,
                    "",
                    "node",
                    slot.node().name(),
                    "expected",
                    chain.value(),
                    "found",
                    served.value());
        }
        long era = memory.era();
        BlockHeader root = memory.root();
        if (root == null) {
            memory.begin(rootOf(calls, newest), newest, slot.index());
        } else {
            compareBlocks(slot, calls, newest);
            compareHeights(slot, calls, newest, root, era);
            memory.take(newest);
            memory.witnessedBy(slot.index());
        }
        slot.showed(era, newest.height());
        slot.admitted();
    }

    private BlockHeader rootOf(NodeCalls calls, BlockHeader newest) throws InterruptedException {
        NodeVersion version = ask(calls::nodeVersion);
        try {
            return ask(() -> calls.headerByHeight(version.sporkRootHeight()));
        } catch (FaultException e) {
            if (!isMissingHeight(e.fault())
                    || version.nodeRootHeight() == version.sporkRootHeight()) {
                throw e;
            }
            return ask(
                    () ->
                            calls.headerByHeight(
                                    Math.min(version.nodeRootHeight(), newest.height())));
        }
    }

    private void compareBlocks(NodeSlot slot, NodeCalls calls, BlockHeader newest)
            throws InterruptedException {
        Map.Entry<Long, String> common = memory.newestUpTo(newest.height());
        if (common == null) {
            throw otherHistory(slot, newest.height());
        }
        long height = common.getKey();
        String id =
                height == newest.height()
                        ? newest.id()
                        : ask(() -> calls.headerByHeight(height)).id();
        if (!id.equals(common.getValue())) {
            throw otherHistory(slot, height);
        }
    }

    private void compareHeights(
            NodeSlot slot, NodeCalls calls, BlockHeader newest, BlockHeader root, long era)
            throws InterruptedException {
        BlockHeader tip = memory.tip();
        long seen = tip == null ? -1 : tip.height();
        boolean startedAfresh = newest.height() == root.height() && seen > root.height();
        boolean wentBack = startedAfresh || slot.highestIn(era) > newest.height() + grace;
        boolean lagsFar = seen - newest.height() > TOLERATED_LAG;
        if ((wentBack || lagsFar) && !has(calls, seen)) {
            String name = slot.node().name();
            String now = Long.toString(newest.height());
            throw wentBack
                    ? ChainFault.of(
                            ChainFault.Kind.HEIGHT_WENT_BACK,
                            "",
                            "node",
                            name,
                            "seen",
                            Long.toString(seen),
                            "now",
                            now)
                    : NetworkFault.of(
                            NetworkFault.Kind.UNAVAILABLE_HEIGHT,
                            "its newest sealed height is " + now,
                            "node",
                            name,
                            "height",
                            Long.toString(seen));
        }
    }

    /** Two answers may overtake each other: a node that has the block has not gone back. */
    private boolean has(NodeCalls calls, long height) throws InterruptedException {
        try {
            BlockHeader header = ask(() -> calls.headerByHeight(height));
            return header.height() == height && !memory.contradicts(height, header.id());
        } catch (FaultException e) {
            if (isMissingHeight(e.fault())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isMissingHeight(Fault fault) {
        return fault instanceof NetworkFault network
                && (network.kind() == NetworkFault.Kind.UNAVAILABLE_HEIGHT
                        || network.kind() == NetworkFault.Kind.REFUSED);
    }

    private static FaultException otherHistory(NodeSlot slot, long height) {
        return ChainFault.of(
                ChainFault.Kind.OTHER_HISTORY,
                "",
                "node",
                slot.node().name(),
                "height",
                Long.toString(height));
    }

    private <T> T ask(Supplier<T> question) throws InterruptedException {
        pacer.acquire(CallKind.OTHER);
        return question.get();
    }
}
