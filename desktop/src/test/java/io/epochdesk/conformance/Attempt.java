package io.epochdesk.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;

import org.jspecify.annotations.Nullable;
import org.onflow.protobuf.entities.TransactionOuterClass.Transaction;
import org.onflow.sdk.FlowAddress;
import org.onflow.sdk.FlowArgument;
import org.onflow.sdk.FlowId;
import org.onflow.sdk.FlowScript;
import org.onflow.sdk.FlowTransaction;
import org.onflow.sdk.FlowTransactionProposalKey;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A transaction to be tried, right unless it is told to be wrong in some way. */
final class Attempt {

    private final Actor actor;
    private final String text;
    private final List<JsonNode> arguments;
    private List<Integer> signingKeys = List.of(0);
    private long computeLimit = 9_999;
    private long sequenceOffset;
    private byte @Nullable [] referenceBlock;
    private boolean spoiled;
    private @Nullable Actor signedBy;
    private List<String> authorizers;

    Attempt(Actor actor, String text, JsonNode... arguments) {
        this.actor = actor;
        this.text = text;
        this.arguments = List.of(arguments);
        this.authorizers = List.of(actor.address());
    }

    /** Signed by these keys; the first one proposes. */
    Attempt signedByKeys(Integer... indices) {
        signingKeys = List.of(indices);
        return this;
    }

    /** With another sequence number than the chain's, by this much. */
    Attempt sequenceOff(long by) {
        sequenceOffset = by;
        return this;
    }

    /** With this reference block. */
    Attempt referring(byte[] block) {
        referenceBlock = block.clone();
        return this;
    }

    /** With this compute limit. */
    Attempt limitedTo(long limit) {
        computeLimit = limit;
        return this;
    }

    /** With one bit of the signature changed. */
    Attempt spoiled() {
        spoiled = true;
        return this;
    }

    /** Signed with the keys of another account. */
    Attempt signedBy(Actor other) {
        signedBy = other;
        return this;
    }

    /** With these authorizers instead of the actor. */
    Attempt authorizedBy(String... addresses) {
        authorizers = List.of(addresses);
        return this;
    }

    Actor actor() {
        return actor;
    }

    int proposingKey() {
        return signingKeys.getFirst();
    }

    /** The signed transaction. */
    Transaction build(byte[] latestBlock, long sequence) {
        FlowAddress address = actor.flowAddress();
        byte[] reference = referenceBlock == null ? latestBlock : referenceBlock;
        FlowTransaction transaction =
                new FlowTransaction(
                        new FlowScript(text),
                        arguments.stream()
                                .map(
                                        each ->
                                                new FlowArgument(
                                                        each.toString()
                                                                .getBytes(StandardCharsets.UTF_8)))
                                .toList(),
                        FlowId.of(reference),
                        computeLimit,
                        new FlowTransactionProposalKey(
                                address, proposingKey(), sequence + sequenceOffset),
                        address,
                        authorizers.stream().map(FlowAddress::new).toList(),
                        List.of(),
                        List.of());
        Actor signing = signedBy == null ? actor : signedBy;
        for (int key : signingKeys) {
            transaction =
                    transaction.addEnvelopeSignature(
                            address, key, signing.signer(Math.min(key, signing.keys().size() - 1)));
        }
        Transaction.Builder wire = transaction.builder();
        if (spoiled) {
            Transaction.Signature.Builder first = wire.getEnvelopeSignaturesBuilder(0);
            byte[] bytes = first.getSignature().toByteArray();
            bytes[40] ^= 1;
            first.setSignature(ByteString.copyFrom(bytes));
        }
        return wire.build();
    }
}
