package io.epochdesk.rehearsal.play;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSignature;
import io.epochdesk.bls.DomainTag;
import io.epochdesk.bls.ProofOfPossession;
import io.epochdesk.rehearsal.model.StakingSignatures;

/** Verifies staking keys, their proofs and votes as the chain does. */
final class VerifiedSignatures implements StakingSignatures {

    @Override
    public boolean isKey(byte[] key) {
        try {
            return BlsPublicKey.decode(key).encoded().length == BlsPublicKey.SIZE;
        } catch (BadEncodingException _) {
            return false;
        }
    }

    @Override
    public boolean isPossession(byte[] key, byte[] proof) {
        try {
            return BlsPublicKey.decode(key).isProvedBy(ProofOfPossession.decode(proof));
        } catch (BadEncodingException _) {
            return false;
        }
    }

    @Override
    public boolean isVote(byte[] key, byte[] message, byte[] signature) {
        try {
            return BlsPublicKey.decode(key)
                    .verifies(BlsSignature.decode(signature), message, DomainTag.COLLECTOR_VOTE);
        } catch (BadEncodingException _) {
            return false;
        }
    }
}
