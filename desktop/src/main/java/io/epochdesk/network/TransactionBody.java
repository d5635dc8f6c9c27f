package io.epochdesk.network;

import io.epochdesk.cadence.FlowAddress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A transaction with whatever signatures it has so far (flow-go {@code model/flow/transaction.go},
 * {@code TransactionBody}).
 *
 * @param script Cadence text with imports resolved
 * @param arguments each in JSON-Cadence
 * @param referenceBlock ID of a recent block, 64 hex digits; the transaction expires {@link
 *     #EXPIRY} blocks after it
 * @param computeLimit the most computation it may use
 * @param proposalKey the key whose sequence number it uses up
 * @param payer pays the fees, and signs last
 * @param authorizers those in whose name it acts
 * @param payloadSignatures of the proposer and the authorizers that are not the payer
 * @param envelopeSignatures of the payer
 */
public record TransactionBody(
        String script,
        List<String> arguments,
        String referenceBlock,
        long computeLimit,
        ProposalKey proposalKey,
        FlowAddress payer,
        List<FlowAddress> authorizers,
        List<KeySignature> payloadSignatures,
        List<KeySignature> envelopeSignatures) {

    /** Blocks after its reference block in which a transaction can still be taken. */
    public static final int EXPIRY = 600;

    /** What flow-go's own machine accounts use, and the most the chain allows. */
    public static final long COMPUTE_LIMIT = 9_999;

    public TransactionBody {
        arguments = List.copyOf(arguments);
        authorizers = List.copyOf(authorizers);
        payloadSignatures = List.copyOf(payloadSignatures);
        envelopeSignatures = List.copyOf(envelopeSignatures);
    }

    /**
     * An unsigned transaction in which one account proposes, pays and authorizes; such a one is
     * signed on the envelope alone.
     */
    public static TransactionBody ofOne(
            String script, List<String> arguments, String referenceBlock, ProposalKey key) {
        return new TransactionBody(
                script,
                arguments,
                referenceBlock,
                COMPUTE_LIMIT,
                key,
                key.address(),
                List.of(key.address()),
                List.of(),
                List.of());
    }

    /** Whether one account proposes, pays and authorizes. */
    public boolean isOfOne() {
        return proposalKey.address().equals(payer) && authorizers.equals(List.of(payer));
    }

    /** Who signs, in the chain's order: proposer, payer, authorizers, each once. */
    public List<FlowAddress> signers() {
        Set<FlowAddress> signers = new LinkedHashSet<>();
        signers.add(proposalKey.address());
        signers.add(payer);
        signers.addAll(authorizers);
        return List.copyOf(signers);
    }

    /** This transaction without any signature: what two signed ones must have in common. */
    public TransactionBody unsigned() {
        return signed(List.of(), List.of());
    }

    /**
     * This transaction with one more signature on its envelope, in the chain's order; one of the
     * same key is replaced.
     */
    public TransactionBody with(KeySignature signature) {
        List<KeySignature> all = new ArrayList<>(envelopeSignatures);
        all.removeIf(signature::isOfSameKey);
        all.add(signature);
        List<FlowAddress> signers = signers();
        all.sort(
                Comparator.<KeySignature>comparingInt(one -> signers.indexOf(one.address()))
                        .thenComparingInt(KeySignature::keyIndex));
        return signed(payloadSignatures, all);
    }

    private TransactionBody signed(List<KeySignature> payload, List<KeySignature> envelope) {
        return new TransactionBody(
                script,
                arguments,
                referenceBlock,
                computeLimit,
                proposalKey,
                payer,
                authorizers,
                payload,
                envelope);
    }
}
