package io.epochdesk.bls;

import java.nio.charset.StandardCharsets;

/**
 * What a signature is for, so that one made for one thing is worth nothing for another: the key of
 * the hash to the curve, application's part and ciphersuite (onflow/crypto {@code
 * NewExpandMsgXOFKMAC128}, flow-go {@code module/signature/signing_tags.go}).
 */
public final class DomainTag {

    private static final String SIGNATURES = "BLS_SIG_BLS12381G1_XOF:KMAC128_SSWU_RO_POP_";

    /** Votes for a cluster's root block, as FlowClusterQC checks them. */
    public static final DomainTag COLLECTOR_VOTE = ofFlow("Collector_Vote");

    /** Messages on FlowDKG's whiteboard. */
    public static final DomainTag DKG_MESSAGE = ofFlow("DKG_Message");

    /** Proofs of possession; the ciphersuite of its own is all that tells them apart. */
    static final DomainTag POSSESSION =
            new DomainTag("BLS_POP_BLS12381G1_XOF:KMAC128_SSWU_RO_POP_");

    private final byte[] key;

    private DomainTag(String key) {
        this.key = key.getBytes(StandardCharsets.US_ASCII);
    }

    /** The tag of another application, such as {@code FLOW-Something-V00-CS00-with-}. */
    public static DomainTag of(String application) {
        return new DomainTag(application + SIGNATURES);
    }

    private static DomainTag ofFlow(String protocol) {
        return of("FLOW-" + protocol + "-V00-CS00-with-");
    }

    byte[] key() {
        return key.clone();
    }

    @Override
    public String toString() {
        return new String(key, StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainTag tag && toString().equals(tag.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
