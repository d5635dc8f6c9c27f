package io.epochdesk.network.access;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.network.KeySignature;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionCodec;

import org.onflow.protobuf.entities.TransactionOuterClass.Transaction;
import org.onflow.sdk.DomainTag;
import org.onflow.sdk.FlowArgument;
import org.onflow.sdk.FlowId;
import org.onflow.sdk.FlowScript;
import org.onflow.sdk.FlowSignature;
import org.onflow.sdk.FlowTransaction;
import org.onflow.sdk.FlowTransactionProposalKey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Transactions in canonical form: flow-jvm-sdk writes payload and envelope, and never sees a key;
 * what it cannot do, reading and the form with all signatures, is done here.
 */
public final class CanonicalTransactions implements TransactionCodec {

    @Override
    public byte[] payloadMessage(TransactionBody transaction) {
        return tagged(sdk(transaction).getCanonicalPayload());
    }

    @Override
    public byte[] envelopeMessage(TransactionBody transaction) {
        return tagged(sdk(transaction).getCanonicalAuthorizationEnvelope());
    }

    @Override
    public String id(TransactionBody transaction) {
        return SignedForm.id(sdk(transaction));
    }

    @Override
    public byte[] encode(TransactionBody transaction) {
        return SignedForm.of(sdk(transaction));
    }

    @Override
    public TransactionBody decode(byte[] encoded) {
        return new TransactionReader(encoded).read();
    }

    /** The message that hands it in. */
    static Transaction message(TransactionBody transaction) {
        return sdk(transaction).builder().build();
    }

    private static FlowTransaction sdk(TransactionBody transaction) {
        FlowTransaction built =
                new FlowTransaction(
                        new FlowScript(transaction.script().getBytes(StandardCharsets.UTF_8)),
                        transaction.arguments().stream()
                                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                                .map(FlowArgument::new)
                                .toList(),
                        new FlowId(transaction.referenceBlock()),
                        transaction.computeLimit(),
                        new FlowTransactionProposalKey(
                                address(transaction.proposalKey().address()),
                                transaction.proposalKey().keyIndex(),
                                transaction.proposalKey().sequenceNumber()),
                        address(transaction.payer()),
                        transaction.authorizers().stream()
                                .map(CanonicalTransactions::address)
                                .toList(),
                        List.of(),
                        List.of());
        for (KeySignature one : transaction.payloadSignatures()) {
            built = built.addPayloadSignature(address(one.address()), one.keyIndex(), bytes(one));
        }
        for (KeySignature one : transaction.envelopeSignatures()) {
            built = built.addEnvelopeSignature(address(one.address()), one.keyIndex(), bytes(one));
        }
        return built;
    }

    private static org.onflow.sdk.FlowAddress address(FlowAddress address) {
        return new org.onflow.sdk.FlowAddress(address.hex());
    }

    private static FlowSignature bytes(KeySignature signature) {
        return new FlowSignature(HexFormat.of().parseHex(signature.signature()));
    }

    private static byte[] tagged(byte[] message) {
        byte[] tag = DomainTag.getTRANSACTION_DOMAIN_TAG();
        return ByteBuffer.allocate(tag.length + message.length).put(tag).put(message).array();
    }
}
