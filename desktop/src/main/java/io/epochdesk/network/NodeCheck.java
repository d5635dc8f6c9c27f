package io.epochdesk.network;

import java.time.Duration;

/**
 * What a test of one access node found.
 *
 * @param node the node asked
 * @param chain the chain it serves
 * @param sealed its newest sealed header
 * @param latency round trip of a cheap call
 * @param version the node software's version, empty where it does not say
 * @param tlsIdentity what it proved: the certificate's subject and issuer, or its networking key;
 *     empty for plaintext
 */
public record NodeCheck(
        AccessNode node,
        ChainId chain,
        BlockHeader sealed,
        Duration latency,
        String version,
        String tlsIdentity) {}
