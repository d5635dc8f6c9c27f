package io.epochdesk.rehearsal.model;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSignature;
import io.epochdesk.bls.DomainTag;
import io.epochdesk.bls.ProofOfPossession;

/** Checks staking keys and what they signed as the chain does, with real pairings. */
final class BlsSignatures implements StakingSignatures {

    @Override
    public boolean isKey(byte[] key) {
        try {
            BlsPublicKey.decode(key);
            return true;
        } catch (BadEncodingException e) {
            return false;
        }
    }

    @Override
    public boolean isPossession(byte[] key, byte[] proof) {
        try {
            return BlsPublicKey.decode(key).isProvedBy(ProofOfPossession.decode(proof));
        } catch (BadEncodingException e) {
            return false;
        }
    }

    @Override
    public boolean isVote(byte[] key, byte[] message, byte[] signature) {
        try {
            return BlsPublicKey.decode(key)
                    .verifies(BlsSignature.decode(signature), message, DomainTag.COLLECTOR_VOTE);
        } catch (BadEncodingException e) {
            return false;
        }
    }
}
