package io.epochdesk.network;

import io.epochdesk.cadence.FlowAddress;

/**
 * The key whose sequence number a transaction uses up.
 *
 * @param address its account
 * @param keyIndex its index on the account
 * @param sequenceNumber the number the chain has for it before this transaction
 */
public record ProposalKey(FlowAddress address, int keyIndex, long sequenceNumber) {}
