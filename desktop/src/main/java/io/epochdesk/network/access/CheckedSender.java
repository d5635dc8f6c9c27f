package io.epochdesk.network.access;

import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.TransactionSender;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sends through the node in use after making sure, right before, that it is still on the chain
 * known so far. A transaction is handed in once and to one node alone; on whichever node, it is
 * then followed by its ID until it is sealed or expired.
 */
final class CheckedSender implements TransactionSender {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LOOK_FOR = Duration.ofMinutes(15);

    private final Sessions sessions;
    private final NodeDoor door;
    private final Engine engine;
    private final Map<String, FlowAddress> contracts;
    private final SealedSender sender;

    CheckedSender(
            Sessions sessions, NodeDoor door, Engine engine, Map<String, FlowAddress> contracts) {
        this.sessions = sessions;
        this.door = door;
        this.engine = engine;
        this.contracts = contracts;
        this.sender = new SealedSender(engine.time()::sleep, LOOK_EVERY, LOOK_FOR);
    }

    @Override
    public TransactionOutcome sendAndSeal(
            Program program, List<CadenceValue> arguments, EnvelopeSigner signer) {
        return sender.send(
                program.resolvedWith(contracts),
                arguments.stream().map(CadenceEncoder::encode).toList(),
                signer,
                new Nodes());
    }

    /** The node to send through, and then whichever is in use, as long as the chain is the same. */
    private final class Nodes implements Supplier<NodeCalls> {
        private @Nullable Session sentThrough;

        @Override
        public NodeCalls get() {
            try {
                Session session = sessions.await();
                if (sentThrough == null) {
                    makeSure(session);
                    sentThrough = session;
                    engine.pacer().acquire(CallKind.SEND);
                } else if (!session.identity().equals(sentThrough.identity())) {
                    throw ChainFault.of(
                            ChainFault.Kind.OTHER_HISTORY,
                            "the transaction was sent on the chain before",
                            "node",
                            session.source(),
                            "height",
                            "");
                }
                engine.pacer().acquire(CallKind.OTHER);
                return session.calls();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FaultException(Sessions.CLOSED, e);
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
}
