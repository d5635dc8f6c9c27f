package io.epochdesk.rehearsal.chain;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.DomainTag;
import io.epochdesk.rehearsal.chain.Transaction.ProposalKey;
import io.epochdesk.rehearsal.chain.Transaction.Signature;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes that the signers of a transaction sign and that its ID is the hash of (flow-go {@code
 * model/flow/transaction.go}).
 */
public final class CanonicalForm {

    private final Transaction transaction;
    private final List<FlowAddress> signers;
    private final byte[] payload;
    private final byte[] payloadSignatures;

    /** The forms of one transaction. */
    public CanonicalForm(Transaction transaction) {
        this.transaction = transaction;
        this.signers = signers(transaction);
        this.payload = payload(transaction);
        this.payloadSignatures = signatures(transaction.payloadSignatures());
    }

    /** What proposer and authorizers sign, domain tag included. */
    public byte[] payloadMessage() {
        return DomainTag.TRANSACTION.before(payload);
    }

    /** What the payer signs, domain tag included. */
    public byte[] envelopeMessage() {
        return DomainTag.TRANSACTION.before(Rlp.list(List.of(payload, payloadSignatures)));
    }

    /** The transaction's ID. */
    public Identifier id() {
        return Identifier.hashOf(
                Rlp.list(
                        List.of(
                                payload,
                                payloadSignatures,
                                signatures(transaction.envelopeSignatures()))));
    }

    private static byte[] payload(Transaction transaction) {
        ProposalKey proposal = transaction.proposalKey();
        return Rlp.list(
                List.of(
                        Rlp.bytes(transaction.script()),
                        Rlp.list(transaction.arguments().stream().map(Rlp::bytes).toList()),
                        Rlp.bytes(Arrays.copyOf(transaction.referenceBlockId(), Identifier.BYTES)),
                        Rlp.number(transaction.computeLimit()),
                        Rlp.bytes(bytes(proposal.address())),
                        Rlp.number(proposal.keyIndex()),
                        Rlp.number(proposal.sequenceNumber()),
                        Rlp.bytes(bytes(transaction.payer())),
                        Rlp.list(
                                transaction.authorizers().stream()
                                        .map(one -> Rlp.bytes(bytes(one)))
                                        .toList())));
    }

    private byte[] signatures(List<Signature> signatures) {
        return Rlp.list(
                signatures.stream()
                        .map(
                                one ->
                                        Rlp.list(
                                                List.of(
                                                        Rlp.number(signers.indexOf(one.address())),
                                                        Rlp.number(one.keyIndex()),
                                                        Rlp.bytes(one.signature()))))
                        .toList());
    }

    /** Proposer, payer, authorizers, each once: a signature names its signer by this place. */
    private static List<FlowAddress> signers(Transaction transaction) {
        List<FlowAddress> all = new ArrayList<>();
        all.add(transaction.proposalKey().address());
        all.add(transaction.payer());
        all.addAll(transaction.authorizers());
        return all.stream().distinct().toList();
    }

    private static byte[] bytes(FlowAddress address) {
        return ByteBuffer.allocate(Long.BYTES).putLong(address.value()).array();
    }
}
