package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainIdentity;

/**
 * The way from a node in the list to a session with it: dial, feel its pulse, check whose chain it
 * serves.
 */
final class NodeDoor {

    private final NodeCalls.Dialer dialer;
    private final Heartbeat heart;
    private final Admission admission;
    private final ChainMemory memory;

    NodeDoor(NodeCalls.Dialer dialer, Heartbeat heart, Admission admission, ChainMemory memory) {
        this.dialer = dialer;
        this.heart = heart;
        this.admission = admission;
        this.memory = memory;
    }

    /**
     * Connects to a node.
     *
     * @throws FaultException when it does not answer or is not to be used
     */
    Session open(NodeSlot slot) throws InterruptedException {
        NodeCalls calls = dialer.dial(slot.node());
        if (slot.hasAnswered()) {
            calls.answeredBefore();
        }
        boolean admitted = false;
        try {
            admission.check(slot, calls, heart.feel(calls));
            ChainIdentity identity = memory.identity();
            if (identity == null) {
                throw new IllegalStateException("a node was admitted to no chain");
            }
            admitted = true;
            return new Session(slot, calls, identity);
        } finally {
            if (!admitted) {
                calls.close();
            }
        }
    }

    /** Feels the pulse of a session's node. */
    BlockHeader feel(Session session) throws InterruptedException {
        return heart.feel(session.calls());
    }

    /**
     * Checks a session's node again as if it had just been connected to; returns its newest sealed
     * header.
     */
    BlockHeader recheck(Session session) throws InterruptedException {
        BlockHeader newest = heart.feel(session.calls());
        admission.check(session.slot(), session.calls(), newest);
        return newest;
    }
}
