package io.epochdesk.rehearsal.access;

import com.google.protobuf.ByteString;

import io.epochdesk.rehearsal.chain.Identifier;
import io.epochdesk.rehearsal.chain.Transaction;
import io.epochdesk.rehearsal.chain.TransactionResult;

import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.entities.TransactionOuterClass;
import org.onflow.protobuf.entities.TransactionOuterClass.TransactionStatus;

import java.util.List;

/** Transactions and their results as messages. */
final class TransactionMessages {

    private TransactionMessages() {}

    static TransactionOuterClass.Transaction of(Transaction transaction) {
        return TransactionOuterClass.Transaction.newBuilder()
                .setScript(ByteString.copyFrom(transaction.script()))
                .addAllArguments(
                        transaction.arguments().stream().map(ByteString::copyFrom).toList())
                .setReferenceBlockId(ByteString.copyFrom(transaction.referenceBlockId()))
                .setGasLimit(transaction.computeLimit())
                .setProposalKey(
                        TransactionOuterClass.Transaction.ProposalKey.newBuilder()
                                .setAddress(Messages.bytes(transaction.proposalKey().address()))
                                .setKeyId(transaction.proposalKey().keyIndex())
                                .setSequenceNumber(transaction.proposalKey().sequenceNumber()))
                .setPayer(Messages.bytes(transaction.payer()))
                .addAllAuthorizers(transaction.authorizers().stream().map(Messages::bytes).toList())
                .addAllPayloadSignatures(signatures(transaction.payloadSignatures()))
                .addAllEnvelopeSignatures(signatures(transaction.envelopeSignatures()))
                .build();
    }

    private static List<TransactionOuterClass.Transaction.Signature> signatures(
            List<Transaction.Signature> signatures) {
        return signatures.stream()
                .map(
                        each ->
                                TransactionOuterClass.Transaction.Signature.newBuilder()
                                        .setAddress(Messages.bytes(each.address()))
                                        .setKeyId(each.keyIndex())
                                        .setSignature(ByteString.copyFrom(each.signature()))
                                        .build())
                .toList();
    }

    /** The result; its status code is 1 when the transaction failed. */
    static Access.TransactionResultResponse.Builder result(
            TransactionResult result, EventForm form) {
        Access.TransactionResultResponse.Builder message =
                Access.TransactionResultResponse.newBuilder()
                        .setTransactionId(Messages.bytes(result.transactionId()))
                        .setStatus(status(result.status()))
                        .setStatusCode(result.error().isEmpty() ? 0 : 1)
                        .setErrorMessage(result.error())
                        .addAllEvents(Messages.events(result.events(), form))
                        .setBlockHeight(result.height())
                        .setComputationUsage(result.computationUsed());
        if (!result.blockId().equals(Identifier.ZERO)) {
            message.setBlockId(Messages.bytes(result.blockId()));
        }
        if (!result.collectionId().equals(Identifier.ZERO)) {
            message.setCollectionId(Messages.bytes(result.collectionId()));
        }
        return message;
    }

    private static TransactionStatus status(io.epochdesk.rehearsal.chain.TransactionStatus status) {
        return switch (status) {
            case UNKNOWN -> TransactionStatus.UNKNOWN;
            case PENDING -> TransactionStatus.PENDING;
            case FINALIZED -> TransactionStatus.FINALIZED;
            case EXECUTED -> TransactionStatus.EXECUTED;
            case SEALED -> TransactionStatus.SEALED;
            case EXPIRED -> TransactionStatus.EXPIRED;
        };
    }
}
