package io.epochdesk.network;

import io.epochdesk.cadence.FlowAddress;

/**
 * A signature on a transaction by one key of an account.
 *
 * @param address the account
 * @param keyIndex index of the key on it
 * @param signature hex digits of 64 bytes, r then s
 */
public record KeySignature(FlowAddress address, int keyIndex, String signature) {

    boolean isOfSameKey(KeySignature other) {
        return address.equals(other.address) && keyIndex == other.keyIndex;
    }
}
