package io.epochdesk.quorum;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSignature;
import io.epochdesk.bls.DomainTag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A quorum certificate that was verified here: all signatures added up to one, against the sum of
 * the voters' staking keys. That is what the protocol's nodes keep of it (flow-go {@code
 * ClusterQCVoteData}). Adding up is safe because possession of every staking key was proved when it
 * was registered.
 *
 * @param certificate what was verified
 * @param check whether it holds
 * @param aggregate the aggregated signature, 96 hex digits; empty when there is none
 */
public record CheckedCertificate(QuorumCertificate certificate, VoteCheck check, String aggregate) {

    /**
     * Verifies a certificate.
     *
     * @param keys staking keys by node ID; unchecked where a voter's is missing
     */
    public static CheckedCertificate of(
            QuorumCertificate certificate, Map<String, BlsPublicKey> keys) {
        List<BlsPublicKey> voters = new ArrayList<>();
        for (String voter : certificate.voterIds()) {
            BlsPublicKey key = keys.get(voter);
            if (key == null) {
                return new CheckedCertificate(certificate, VoteCheck.UNCHECKED, "");
            }
            voters.add(key);
        }
        boolean twice = new HashSet<>(certificate.voterIds()).size() != voters.size();
        try {
            List<BlsSignature> signatures = new ArrayList<>();
            for (String signature : certificate.signatures()) {
                signatures.add(BlsSignature.ofHex(signature));
            }
            BlsSignature aggregate = BlsSignature.aggregate(signatures);
            byte[] message = HexFormat.of().parseHex(certificate.message());
            boolean holds =
                    !twice
                            && BlsPublicKey.aggregate(voters)
                                    .verifies(aggregate, message, DomainTag.COLLECTOR_VOTE);
            return new CheckedCertificate(
                    certificate,
                    holds ? VoteCheck.VERIFIED : VoteCheck.INVALID,
                    aggregate.toString());
        } catch (BadEncodingException | IllegalArgumentException _) {
            // no signatures, no points, or a message that is no hex
            return new CheckedCertificate(certificate, VoteCheck.INVALID, "");
        }
    }
}
