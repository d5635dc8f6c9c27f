package io.epochdesk.network;

/**
 * The forms a transaction has: what is signed, what is written to a file, what the chain knows it
 * by. All follow from flow-go's canonical RLP ({@code model/flow/transaction.go}).
 */
public interface TransactionCodec {

    /** What proposer and authorizers sign who are not the payer: domain tag and payload. */
    byte[] payloadMessage(TransactionBody transaction);

    /** What the payer signs: domain tag, payload and payload signatures. */
    byte[] envelopeMessage(TransactionBody transaction);

    /** The ID the chain knows it by, 64 hex digits; other signatures make another ID. */
    String id(TransactionBody transaction);

    /**
     * The whole transaction with its signatures, as flow-go-sdk's {@code Transaction.Encode} writes
     * it and flow-cli keeps it in files, there as hex digits.
     */
    byte[] encode(TransactionBody transaction);

    /**
     * Reads what {@link #encode}, flow-go-sdk or flow-cli wrote, which may be the payload alone.
     *
     * @throws io.epochdesk.fault.FaultException with {@code TXN-801} when it is not a transaction
     *     in canonical form
     */
    TransactionBody decode(byte[] encoded);
}
