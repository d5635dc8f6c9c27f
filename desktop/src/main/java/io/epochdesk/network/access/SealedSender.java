package io.epochdesk.network.access;

import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.TransactionSender.EnvelopeSigner;
import io.epochdesk.network.TransactionSender.TransactionOutcome;

import org.onflow.protobuf.entities.TransactionOuterClass.Transaction;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sends one transaction through one node and follows it until it is sealed. A transaction that may
 * have reached the node is never sent again: it is followed by its ID, so that nothing happens
 * twice.
 */
final class SealedSender {

    private static final int SIGNATURE = 64;

    private final Waiting waiting;
    private final Duration poll;
    private final Duration longest;

    /** Waits for a while; a test's own never does. */
    @FunctionalInterface
    interface Waiting {
        void pause(Duration time) throws InterruptedException;
    }

    /**
     * Follows with these times.
     *
     * @param poll between two looks at how far it is
     * @param longest how long to follow at all; a transaction expires after 600 blocks
     */
    SealedSender(Waiting waiting, Duration poll, Duration longest) {
        this.waiting = waiting;
        this.poll = poll;
        this.longest = longest;
    }

    /**
     * Signs, sends and follows.
     *
     * @param source Cadence text with imports resolved
     * @param arguments each in JSON-Cadence
     * @param node gives the node to talk to, after having made sure of its identity; asked right
     *     before the sequence number is read, and again before each look at the result
     */
    TransactionOutcome send(
            String source,
            List<byte[]> arguments,
            EnvelopeSigner signer,
            Supplier<NodeCalls> node) {
        NodeCalls client = node.get();
        BlockHeader reference = client.latestSealedHeader();
        long sequence = sequenceNumber(client.account(signer.address()), signer);
        TransactionDraft draft =
                new TransactionDraft(
                        source,
                        arguments,
                        signer.address(),
                        signer.keyIndex(),
                        sequence,
                        reference.id());
        byte[] signature = signer.sign(draft.message());
        if (signature.length != SIGNATURE) {
            throw refusedBeforehand("the signature has " + signature.length + " bytes and not 64");
        }
        Transaction transaction = draft.signed(signature);
        return follow(handedIn(client, transaction, draft.id(signature)), node);
    }

    private static String handedIn(NodeCalls client, Transaction transaction, String id) {
        String answered;
        try {
            answered = client.send(transaction);
        } catch (FaultException e) {
            if (!mayHaveArrived(e)) {
                throw e;
            }
            return id;
        }
        if (!answered.equals(id)) {
            throw NetworkFault.of(
                    NetworkFault.Kind.NODE_FAILED,
                    "answered " + answered + " for " + id,
                    "node",
                    client.node().name(),
                    "reason",
                    "it took the transaction under another ID");
        }
        return id;
    }

    /**
     * A call that was cut, failed underway or was not answered in time may have been carried out
     * all the same.
     */
    private static boolean mayHaveArrived(FaultException e) {
        return Judgement.of(e.fault()) == Judgement.TRANSIENT;
    }

    private TransactionOutcome follow(String id, Supplier<NodeCalls> node) {
        Duration waited = Duration.ZERO;
        while (true) {
            FaultException missed = null;
            try {
                TransactionProgress progress = node.get().transactionResult(id);
                if (progress.state() == TransactionProgress.State.SEALED) {
                    return new TransactionOutcome(
                            id, progress.height(), progress.error(), progress.events());
                }
                if (progress.state() == TransactionProgress.State.EXPIRED) {
                    throw refused(id, "it expired before a block took it");
                }
            } catch (FaultException e) {
                if (!isPassing(e)) {
                    throw e;
                }
                missed = e;
            }
            if (waited.compareTo(longest) >= 0) {
                throw missed == null
                        ? refused(id, "it was not sealed within " + longest.toSeconds() + " s")
                        : missed;
            }
            pause();
            waited = waited.plus(poll);
        }
    }

    private static boolean isPassing(FaultException e) {
        return e.fault() instanceof NetworkFault fault
                && switch (fault.kind()) {
                    case TIMED_OUT, UNREACHABLE, THROTTLED, NODE_FAILED, NO_NODE_LEFT -> true;
                    default -> false;
                };
    }

    private void pause() {
        try {
            waiting.pause(poll);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NetworkFault.of(
                    NetworkFault.Kind.CLOSED, "interrupted while following a transaction");
        }
    }

    private static FaultException refused(String id, String reason) {
        return ChainFault.of(
                ChainFault.Kind.TRANSACTION_REFUSED,
                "transaction " + id,
                "reason",
                reason + " (transaction " + id + ")");
    }

    private static long sequenceNumber(AccountState account, EnvelopeSigner signer) {
        for (AccountState.Key key : account.keys()) {
            if (key.index() == signer.keyIndex()) {
                if (key.revoked()) {
                    throw refusedBeforehand(
                            "key " + key.index() + " of " + account.address() + " is revoked");
                }
                return key.sequenceNumber();
            }
        }
        throw refusedBeforehand(
                "account " + account.address() + " has no key " + signer.keyIndex());
    }

    private static FaultException refusedBeforehand(String reason) {
        return ChainFault.of(
                ChainFault.Kind.TRANSACTION_REFUSED, "nothing was sent", "reason", reason);
    }
}
