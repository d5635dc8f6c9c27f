package io.epochdesk.bls;

/**
 * A signature over a public key by its own secret, under a ciphersuite used for nothing else
 * (draft-irtf-cfrg-bls-signature-05, section 3.3): {@code stakingKeyPoP} of a node's registration.
 *
 * @param signature the point
 */
public record ProofOfPossession(BlsSignature signature) {

    /** Reads 48 bytes. */
    public static ProofOfPossession decode(byte[] bytes) throws BadEncodingException {
        return new ProofOfPossession(BlsSignature.decode(bytes));
    }

    /** Reads 96 hex digits, as a registration carries it. */
    public static ProofOfPossession ofHex(String hex) throws BadEncodingException {
        return new ProofOfPossession(BlsSignature.ofHex(hex));
    }

    /** 96 hex digits. */
    @Override
    public String toString() {
        return signature.toString();
    }
}
