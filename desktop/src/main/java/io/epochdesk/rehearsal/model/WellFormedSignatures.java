package io.epochdesk.rehearsal.model;

/** Looks at lengths and the bits that mark a compressed point, at nothing else. */
final class WellFormedSignatures implements StakingSignatures {

    private static final int KEY = 96;
    private static final int SIGNATURE = 48;
    private static final int COMPRESSED = 0x80;

    @Override
    public boolean isKey(byte[] key) {
        return isPoint(key, KEY);
    }

    @Override
    public boolean isPossession(byte[] key, byte[] proof) {
        return isPoint(proof, SIGNATURE);
    }

    @Override
    public boolean isVote(byte[] key, byte[] message, byte[] signature) {
        return isPoint(signature, SIGNATURE);
    }

    private static boolean isPoint(byte[] bytes, int length) {
        return bytes.length == length && (bytes[0] & COMPRESSED) != 0;
    }
}
