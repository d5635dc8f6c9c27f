package io.epochdesk.registration;

import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionProgress;
import io.epochdesk.network.TransactionSender;
import io.epochdesk.network.TransactionSender.Footing;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Follows a transaction that may have been handed in, until it is known how it ended. It never
 * hands in anything.
 *
 * <p>That one was never executed and cannot be any more is known when the chain has sealed a block
 * beyond its last and the proposing key's sequence number is still the transaction's own. That a
 * node has not heard of it proves nothing. Where the number has moved on, some transaction of this
 * key was executed, and nodes are asked for a while longer which.
 */
final class Dispatch {

    private static final Duration LOOK_EVERY = Duration.ofMillis(800);

    /** Looks for a result that must be there, before it is given up: about a minute. */
    private static final int LATE_LOOKS = 75;

    private final TransactionSender sender;
    private final Workplace.Waiting waiting;

    Dispatch(TransactionSender sender, Workplace.Waiting waiting) {
        this.sender = sender;
        this.waiting = waiting;
    }

    /**
     * What was sent.
     *
     * @param id 64 hex digits
     * @param transaction the whole
     * @param referenceHeight height of its reference block
     * @param identity the network it was sent on
     */
    record Sent(
            String id, TransactionBody transaction, long referenceHeight, ChainIdentity identity) {

        /** The last height at which a block can take it. */
        long last() {
            return referenceHeight + TransactionBody.EXPIRY;
        }
    }

    /**
     * How it ended, and its result where it was executed.
     *
     * @param ending how
     * @param progress what the chain made of it; null when it expired
     */
    record Fate(Ending ending, @Nullable TransactionProgress progress) {}

    /**
     * Follows until the end, across faults of nodes.
     *
     * @param told told after each look
     * @throws InterruptedException when following is given up; nothing is lost by that
     */
    Fate follow(Sent sent, Consumer<Tracking> told) throws InterruptedException {
        int late = 0;
        while (true) {
            try {
                TransactionProgress progress = sender.progress(sent.id(), sent.identity());
                if (progress.state() == TransactionProgress.State.SEALED) {
                    told.accept(new Tracking(sent.id(), progress.state(), 0, null));
                    return executed(progress);
                }
                Footing footing = sender.footing(sent.transaction().proposalKey().address());
                long left = Math.max(0, sent.last() - footing.reference().height());
                told.accept(new Tracking(sent.id(), progress.state(), left, null));
                if (footing.reference().height() > sent.last()) {
                    Fate fate = late(sent, footing, ++late);
                    if (fate != null) {
                        return fate;
                    }
                }
            } catch (FaultException e) {
                told.accept(
                        new Tracking(sent.id(), TransactionProgress.State.UNKNOWN, 0, e.fault()));
            }
            waiting.pause(LOOK_EVERY);
        }
    }

    private static Fate executed(TransactionProgress progress) {
        boolean failed = !progress.error().isEmpty();
        return new Fate(
                new Ending(
                        failed ? Ending.Kind.FAILED : Ending.Kind.SUCCEEDED,
                        progress.height(),
                        failed ? Refusal.of(progress.error()) : null),
                progress);
    }

    /** Once no block can take it any more; null while even then it is not certain. */
    private @Nullable Fate late(Sent sent, Footing footing, int looks) {
        // asked again at this height: the result of a block just sealed may have come late
        TransactionProgress progress = sender.progress(sent.id(), sent.identity());
        if (progress.state() == TransactionProgress.State.SEALED) {
            return executed(progress);
        }
        boolean unused =
                footing.account().key(sent.transaction().proposalKey().keyIndex()).stream()
                        .anyMatch(
                                key ->
                                        key.sequenceNumber()
                                                <= sent.transaction()
                                                        .proposalKey()
                                                        .sequenceNumber());
        if (!unused && looks < LATE_LOOKS) {
            return null;
        }
        return new Fate(
                new Ending(
                        unused ? Ending.Kind.EXPIRED : Ending.Kind.UNKNOWN,
                        footing.reference().height(),
                        null),
                null);
    }
}
