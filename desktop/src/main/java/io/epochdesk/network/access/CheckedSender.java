package io.epochdesk.network.access;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionCodec;
import io.epochdesk.network.TransactionProgress;
import io.epochdesk.network.TransactionSender;

import java.util.Optional;

/**
 * Sends through the node in use after making sure, right before, that it is still on the chain
 * known so far. A transaction is handed in once and to one node alone; on whichever node, it is
 * then followed by its ID.
 */
final class CheckedSender implements TransactionSender {

    private final Sessions sessions;
    private final NodeDoor door;
    private final NodeCaller caller;
    private final Engine engine;
    private final TransactionCodec codec = new CanonicalTransactions();

    CheckedSender(Sessions sessions, NodeDoor door, NodeCaller caller, Engine engine) {
        this.sessions = sessions;
        this.door = door;
        this.caller = caller;
        this.engine = engine;
    }

    @Override
    public Footing footing(FlowAddress account) {
        return caller.ask(
                CallKind.OTHER,
                session -> {
                    makeSure(session);
                    engine.pacer().acquire(CallKind.OTHER);
                    BlockHeader reference = session.calls().latestSealedHeader();
                    engine.pacer().acquire(CallKind.OTHER);
                    return new Footing(
                            reference,
                            session.calls().account(account),
                            session.source(),
                            session.identity());
                });
    }

    @Override
    public HandedIn handIn(TransactionBody transaction, ChainIdentity identity) {
        try {
            Session session = sessions.await();
            makeSure(session);
            requireSame(session, identity);
            engine.pacer().acquire(CallKind.SEND);
            String id = codec.id(transaction);
            return new HandedIn(id, isAcknowledged(session, transaction, id), session.source());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(Sessions.CLOSED, e);
        }
    }

    /**
     * A call that was cut, failed underway or was not answered in time may have been carried out
     * all the same; so may one that was answered with another ID.
     */
    private static boolean isAcknowledged(Session session, TransactionBody transaction, String id) {
        try {
            return session.calls().send(CanonicalTransactions.message(transaction)).equals(id);
        } catch (FaultException e) {
            if (Judgement.of(e.fault()) != Judgement.TRANSIENT) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public TransactionProgress progress(String id, ChainIdentity identity) {
        return caller.ask(
                CallKind.OTHER,
                session -> {
                    requireSame(session, identity);
                    return session.calls().transactionResult(id);
                });
    }

    @Override
    public Optional<BlockHeader> block(String id) {
        try {
            return Optional.of(
                    caller.ask(CallKind.OTHER, session -> session.calls().headerById(id)));
        } catch (FaultException e) {
            if (e.fault() instanceof NetworkFault fault
                    && fault.kind() == NetworkFault.Kind.UNAVAILABLE_HEIGHT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void requireSame(Session session, ChainIdentity identity) {
        if (!session.identity().equals(identity)) {
            throw ChainFault.of(
                    ChainFault.Kind.OTHER_HISTORY,
                    "the transaction belongs to " + identity,
                    "node",
                    session.source(),
                    "height",
                    "");
        }
    }

    private void makeSure(Session session) throws InterruptedException {
        try {
            var _ = door.recheck(session);
        } catch (FaultException e) {
            sessions.doubt(session, new Sessions.Doubt(e.fault(), false));
            throw e;
        }
    }
}
