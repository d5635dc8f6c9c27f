package io.epochdesk.emulator;

import org.onflow.sdk.FlowAddress;
import org.onflow.sdk.HashAlgorithm;
import org.onflow.sdk.SignatureAlgorithm;
import org.onflow.sdk.Signer;
import org.onflow.sdk.crypto.Crypto;

/** An account with its key (index 0, P-256 and SHA3-256), counting its own sequence numbers. */
final class ChainAccount {

    private final String address;
    private final Signer signer;
    private long sequence;

    ChainAccount(String address, String privateKey) {
        this.address = address;
        this.signer =
                Crypto.getSigner(
                        Crypto.decodePrivateKey(privateKey, SignatureAlgorithm.ECDSA_P256),
                        HashAlgorithm.SHA3_256);
    }

    /** Sixteen hex digits. */
    String address() {
        return address;
    }

    FlowAddress flowAddress() {
        return new FlowAddress(address);
    }

    Signer signer() {
        return signer;
    }

    /** Counts on from what the chain says. */
    void continueFrom(long number) {
        sequence = number;
    }

    /** The next sequence number; every transaction that was executed uses one up, failed or not. */
    long takeSequence() {
        return sequence++;
    }
}
