package io.epochdesk.rehearsal.chain;

import io.epochdesk.cadence.FlowAddress;

import java.util.List;

/**
 * A transaction as it comes off the wire, unchecked.
 *
 * @param script UTF-8 text of the Cadence transaction
 * @param arguments each in JSON-Cadence
 * @param referenceBlockId 32 bytes naming a recent block; empty when missing
 * @param computeLimit most computation it may use, what older clients call the gas limit
 * @param proposalKey whose sequence number it uses up
 * @param payer who pays the fees and signs the envelope
 * @param authorizers the accounts whose storage it may use, in the order of the script's parameters
 * @param payloadSignatures signatures over the payload, by all signers but the payer
 * @param envelopeSignatures signatures over payload and payload signatures, by the payer
 */
@SuppressWarnings("ArrayRecordComponent") // known by its ID, never compared by content
public record Transaction(
        byte[] script,
        List<byte[]> arguments,
        byte[] referenceBlockId,
        long computeLimit,
        ProposalKey proposalKey,
        FlowAddress payer,
        List<FlowAddress> authorizers,
        List<Signature> payloadSignatures,
        List<Signature> envelopeSignatures) {
    public Transaction {
        arguments = List.copyOf(arguments);
        authorizers = List.copyOf(authorizers);
        payloadSignatures = List.copyOf(payloadSignatures);
        envelopeSignatures = List.copyOf(envelopeSignatures);
    }

    /**
     * The key that proposes, and the sequence number it must have.
     *
     * @param address the proposer's account
     * @param keyIndex index of the key there
     * @param sequenceNumber the number the key must have on chain when the transaction runs
     */
    public record ProposalKey(FlowAddress address, int keyIndex, long sequenceNumber) {}

    /**
     * One signature.
     *
     * @param address the account that signs
     * @param keyIndex index of the key there
     * @param signature 64 bytes, r then s
     */
    public record Signature(FlowAddress address, int keyIndex, byte[] signature) {}
}
