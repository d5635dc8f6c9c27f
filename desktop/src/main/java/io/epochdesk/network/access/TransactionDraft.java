package io.epochdesk.network.access;

import io.epochdesk.cadence.FlowAddress;

import org.onflow.protobuf.entities.TransactionOuterClass.Transaction;
import org.onflow.sdk.DomainTag;
import org.onflow.sdk.FlowArgument;
import org.onflow.sdk.FlowId;
import org.onflow.sdk.FlowScript;
import org.onflow.sdk.FlowSignature;
import org.onflow.sdk.FlowTransaction;
import org.onflow.sdk.FlowTransactionProposalKey;

import java.util.List;

/**
 * A transaction of one account that proposes, pays and authorizes, in the canonical encoding of
 * flow-go ({@code model/flow/transaction.go}); flow-jvm-sdk does the encoding and never sees a key.
 */
final class TransactionDraft {

    /** What flow-go's own machine accounts use. */
    static final long COMPUTE_LIMIT = 9_999;

    private final FlowTransaction unsigned;
    private final org.onflow.sdk.FlowAddress account;
    private final int keyIndex;

    /**
     * Puts a transaction together.
     *
     * @param source Cadence text with imports resolved
     * @param arguments each in JSON-Cadence
     * @param account proposes, pays and authorizes
     * @param keyIndex the key that signs
     * @param sequenceNumber of that key
     * @param referenceBlock a recent block, 64 hex digits; the transaction expires 600 blocks after
     *     it
     */
    TransactionDraft(
            String source,
            List<byte[]> arguments,
            FlowAddress account,
            int keyIndex,
            long sequenceNumber,
            String referenceBlock) {
        this.account = new org.onflow.sdk.FlowAddress(account.hex());
        this.keyIndex = keyIndex;
        this.unsigned =
                new FlowTransaction(
                        new FlowScript(source),
                        arguments.stream().map(FlowArgument::new).toList(),
                        new FlowId(referenceBlock),
                        COMPUTE_LIMIT,
                        new FlowTransactionProposalKey(this.account, keyIndex, sequenceNumber),
                        this.account,
                        List.of(this.account),
                        List.of(),
                        List.of());
    }

    /** What is signed: the domain tag for transactions, 32 bytes, and the envelope. */
    byte[] message() {
        byte[] tag = DomainTag.getTRANSACTION_DOMAIN_TAG();
        byte[] envelope = unsigned.getCanonicalAuthorizationEnvelope();
        byte[] message = new byte[tag.length + envelope.length];
        System.arraycopy(tag, 0, message, 0, tag.length);
        System.arraycopy(envelope, 0, message, tag.length, envelope.length);
        return message;
    }

    /** The ID the chain will know it by, 64 hex digits. */
    String id(byte[] signature) {
        return TransactionId.of(withSignature(signature));
    }

    private FlowTransaction withSignature(byte[] signature) {
        return unsigned.addEnvelopeSignature(account, keyIndex, new FlowSignature(signature));
    }

    /** The transaction with the signature of {@link #message()}, ready to send. */
    Transaction signed(byte[] signature) {
        return withSignature(signature).builder().build();
    }
}
