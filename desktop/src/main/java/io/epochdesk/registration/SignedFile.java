package io.epochdesk.registration;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.TransactionBody;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalLong;

/**
 * A transaction from a file, with what is known of it.
 *
 * @param id the ID it is known by, 64 hex digits
 * @param body the whole
 * @param sha256 of its text, 64 hex digits
 * @param template which of the console's transactions it is; null when none
 * @param isAudited whether it is the audited text of that template
 * @param arguments by the names the text gives them, or by their positions
 * @param reference height of its reference block; empty when the node knows no such block
 * @param height of the newest sealed block
 * @param signatures of its envelope
 * @param flow the flow it was built by; null when it was not built here, or built anew since
 * @param isOnItsWay whether it was handed in before, as far as the node or the flow knows
 * @param identity the network asked
 */
public record SignedFile(
        String id,
        TransactionBody body,
        String sha256,
        @Nullable Template template,
        boolean isAudited,
        List<Argument> arguments,
        OptionalLong reference,
        long height,
        List<Signature> signatures,
        @Nullable FlowRecord flow,
        boolean isOnItsWay,
        ChainIdentity identity) {

    public SignedFile {
        arguments = List.copyOf(arguments);
        signatures = List.copyOf(signatures);
    }

    /**
     * A signature beside the key on chain.
     *
     * @param account whose
     * @param keyIndex index of the key
     * @param weight of that key; 0 when there is none, or it was revoked
     * @param fits whether it is that key's signature of this transaction
     */
    public record Signature(FlowAddress account, int keyIndex, int weight, boolean fits) {}

    /** Blocks in which it can still be taken; empty when its reference block is not known. */
    public OptionalLong blocksLeft() {
        return reference.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Math.max(0, reference.getAsLong() + TransactionBody.EXPIRY - height));
    }

    /** What the signatures that fit weigh together. */
    public int weight() {
        return signatures.stream().filter(Signature::fits).mapToInt(Signature::weight).sum();
    }
}
