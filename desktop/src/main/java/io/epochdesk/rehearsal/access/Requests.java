package io.epochdesk.rehearsal.access;

import com.google.protobuf.ByteString;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.chain.Identifier;
import io.epochdesk.rehearsal.chain.Transaction;

import org.onflow.protobuf.entities.TransactionOuterClass;

import java.math.BigInteger;
import java.util.List;

/**
 * Reads requests; refuses what is malformed as flow-go does ({@code
 * engine/common/rpc/convert/validate.go}).
 */
final class Requests {

    private static final int ADDRESS = 8;

    private Requests() {}

    static Identifier blockId(ByteString bytes) {
        return identifier(bytes, "invalid block id");
    }

    static Identifier collectionId(ByteString bytes) {
        return identifier(bytes, "invalid collection id");
    }

    static Identifier transactionId(ByteString bytes) {
        return identifier(bytes, "invalid transaction id");
    }

    private static Identifier identifier(ByteString bytes, String complaint) {
        if (bytes.size() != Identifier.BYTES) {
            throw Statuses.invalid(complaint);
        }
        return Identifier.of(bytes.toByteArray());
    }

    static FlowAddress address(ByteString bytes) {
        if (bytes.isEmpty()) {
            throw Statuses.invalid("address cannot be empty");
        }
        if (bytes.size() > ADDRESS) {
            throw Statuses.invalid("address has " + bytes.size() + " bytes, more than " + ADDRESS);
        }
        return new FlowAddress(new BigInteger(1, bytes.toByteArray()).longValue());
    }

    static String eventType(String type) {
        if (type.isBlank()) {
            throw Statuses.invalid("invalid event type");
        }
        return type;
    }

    static Transaction transaction(TransactionOuterClass.Transaction wire) {
        if (wire.getScript().isEmpty()) {
            throw Statuses.invalid("failed to convert transaction: script is empty");
        }
        return new Transaction(
                wire.getScript().toByteArray(),
                wire.getArgumentsList().stream().map(ByteString::toByteArray).toList(),
                wire.getReferenceBlockId().toByteArray(),
                wire.getGasLimit(),
                new Transaction.ProposalKey(
                        address(wire.getProposalKey().getAddress()),
                        wire.getProposalKey().getKeyId(),
                        wire.getProposalKey().getSequenceNumber()),
                address(wire.getPayer()),
                wire.getAuthorizersList().stream().map(Requests::address).toList(),
                signatures(wire.getPayloadSignaturesList()),
                signatures(wire.getEnvelopeSignaturesList()));
    }

    private static List<Transaction.Signature> signatures(
            List<TransactionOuterClass.Transaction.Signature> wire) {
        return wire.stream()
                .map(
                        each ->
                                new Transaction.Signature(
                                        address(each.getAddress()),
                                        each.getKeyId(),
                                        each.getSignature().toByteArray()))
                .toList();
    }
}
