package io.epochdesk.rehearsal.access;

import io.epochdesk.rehearsal.chain.Chain;
import io.epochdesk.rehearsal.chain.Identifier;
import io.epochdesk.rehearsal.chain.TransactionResult;
import io.epochdesk.rehearsal.chain.TransactionStatus;

import org.jspecify.annotations.Nullable;
import org.onflow.protobuf.access.Access;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Every status a transaction comes to, none left out, until it is sealed or expired. flow-go sends
 * those in between even when it learns of them late.
 */
final class StatusSource
        implements MessageStream.Source<Access.SendAndSubscribeTransactionStatusesResponse> {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Chain chain;
    private final Identifier id;
    private final EventForm form;
    private final Queue<TransactionStatus> waiting = new ArrayDeque<>();
    private TransactionStatus sent = TransactionStatus.UNKNOWN;
    private long index;

    StatusSource(Chain chain, Identifier id, EventForm form) {
        this.chain = chain;
        this.id = id;
        this.form = form;
    }

    @Override
    public Access.@Nullable SendAndSubscribeTransactionStatusesResponse next()
            throws InterruptedException {
        if (waiting.isEmpty() && isFinal(sent)) {
            return null;
        }
        TransactionResult result = chain.result(id);
        while (waiting.isEmpty()) {
            note(result.status());
            if (waiting.isEmpty()) {
                long finalized = chain.latestFinalized().height();
                result = chain.result(id);
                if (result.status() == sent) {
                    chain.awaitFinalized(finalized, PATIENCE);
                    result = chain.result(id);
                }
            }
        }
        sent = waiting.remove();
        return message(result);
    }

    private static boolean isFinal(TransactionStatus status) {
        return status == TransactionStatus.SEALED || status == TransactionStatus.EXPIRED;
    }

    private void note(TransactionStatus now) {
        if (now == TransactionStatus.EXPIRED) {
            if (sent != now) {
                waiting.add(now);
            }
            return;
        }
        for (TransactionStatus status : TransactionStatus.values()) {
            if (status.compareTo(sent) > 0 && status.compareTo(now) <= 0) {
                waiting.add(status);
            }
        }
    }

    private Access.SendAndSubscribeTransactionStatusesResponse message(TransactionResult result) {
        TransactionResult told =
                sent == result.status()
                        ? result
                        : new TransactionResult(
                                id,
                                sent,
                                "",
                                java.util.List.of(),
                                sent == TransactionStatus.PENDING
                                        ? Identifier.ZERO
                                        : result.blockId(),
                                sent == TransactionStatus.PENDING ? 0 : result.height(),
                                sent == TransactionStatus.PENDING
                                        ? Identifier.ZERO
                                        : result.collectionId(),
                                0);
        return Access.SendAndSubscribeTransactionStatusesResponse.newBuilder()
                .setTransactionResults(TransactionMessages.result(told, form))
                .setMessageIndex(index++)
                .build();
    }
}
