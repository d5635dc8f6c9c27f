package io.epochdesk.network;

/** How the console talks to an access node. */
public sealed interface Transport {

    /**
     * No encryption and no authentication: for loopback, or a node the operator trusts the way to.
     */
    record Plaintext() implements Transport {}

    /** TLS with the certificates this system trusts. */
    record SystemTls() implements Transport {}

    /**
     * TLS 1.3 where the node proves possession of its networking key, as flow-go's {@code
     * utils/grpcutils} does it.
     *
     * @param networkingKey the node's networking public key: 128 hex digits, P-256, x then y
     */
    record PinnedTls(String networkingKey) implements Transport {}
}
