package io.epochdesk.rehearsal.access;

import com.google.protobuf.ByteString;

import io.epochdesk.rehearsal.chain.Block;
import io.epochdesk.rehearsal.chain.Chain;
import io.epochdesk.rehearsal.chain.Identifier;
import io.epochdesk.rehearsal.chain.Refusal;
import io.epochdesk.rehearsal.chain.Transaction;
import io.epochdesk.rehearsal.chain.TransactionResult;
import io.epochdesk.rehearsal.chain.TransactionStatus;

import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.entities.TransactionOuterClass;

import java.util.List;

/** Takes transactions in and answers what became of them. */
final class TransactionAnswers {

    private final Chain chain;
    private final Heights heights;

    TransactionAnswers(Chain chain) {
        this.chain = chain;
        this.heights = new Heights(chain);
    }

    Identifier take(TransactionOuterClass.Transaction wire) throws Refusal {
        return chain.submit(Requests.transaction(wire));
    }

    Access.SendTransactionResponse send(TransactionOuterClass.Transaction wire) throws Refusal {
        return Access.SendTransactionResponse.newBuilder()
                .setId(Messages.bytes(take(wire)))
                .setMetadata(heights.metadata())
                .build();
    }

    Access.TransactionResponse transaction(ByteString id) {
        Transaction found =
                chain.transaction(Requests.transactionId(id)).orElseThrow(Statuses::unknownKey);
        return Access.TransactionResponse.newBuilder()
                .setTransaction(TransactionMessages.of(found))
                .setMetadata(heights.metadata())
                .build();
    }

    Access.TransactionResultResponse result(ByteString id, EventForm form) {
        TransactionResult result = chain.result(Requests.transactionId(id));
        if (result.status() == TransactionStatus.UNKNOWN) {
            throw Statuses.unknownKey();
        }
        return TransactionMessages.result(result, form).setMetadata(heights.metadata()).build();
    }

    Access.TransactionResultResponse resultAt(ByteString blockId, int index, EventForm form)
            throws Refusal {
        List<TransactionResult> results = chain.results(heights.byId(blockId).id());
        if (index < 0 || index >= results.size()) {
            throw Statuses.notFound(
                    "failed to retrieve result from any execution node: transaction index out of"
                            + " range");
        }
        return TransactionMessages.result(results.get(index), form)
                .setMetadata(heights.metadata())
                .build();
    }

    Access.TransactionResultsResponse results(ByteString blockId, EventForm form) throws Refusal {
        Access.TransactionResultsResponse.Builder response =
                Access.TransactionResultsResponse.newBuilder().setMetadata(heights.metadata());
        for (TransactionResult result : chain.results(heights.byId(blockId).id())) {
            response.addTransactionResults(TransactionMessages.result(result, form));
        }
        return response.build();
    }

    /** The transactions of a block; the system transaction has no text here and is left out. */
    Access.TransactionsResponse transactions(ByteString blockId) {
        Access.TransactionsResponse.Builder response =
                Access.TransactionsResponse.newBuilder().setMetadata(heights.metadata());
        Block block = heights.byId(blockId);
        for (Identifier collection : block.collections()) {
            chain.collection(collection).stream()
                    .flatMap(found -> found.transactions().stream())
                    .flatMap(id -> chain.transaction(id).stream())
                    .map(TransactionMessages::of)
                    .forEach(response::addTransactions);
        }
        return response.build();
    }

    Access.TransactionResultResponse systemResult(ByteString blockId, EventForm form)
            throws Refusal {
        return TransactionMessages.result(chain.results(heights.byId(blockId).id()).getLast(), form)
                .setMetadata(heights.metadata())
                .build();
    }
}
