package io.epochdesk.rehearsal;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPrivateKey;

import java.util.function.Supplier;

/**
 * An account of whoever rehearses, with a node that lacks something.
 *
 * @param kind what there is to practise
 * @param address where it is
 * @param key makes the key of that account, index 0, for the rehearsal's own vault; the caller
 *     closes it
 * @param folder the node's bootstrap folder
 */
public record PracticeAccount(
        Kind kind, FlowAddress address, Supplier<AccountPrivateKey> key, PracticeFolder folder) {

    /** What there is to practise. */
    public enum Kind {
        /** A collection node outside any staking collection: its Voter can be claimed. */
        BARE_COLLECTION_NODE,
        /** A consensus node outside any staking collection: its Participant can be claimed. */
        BARE_CONSENSUS_NODE,
        /** A collection node in a staking collection without machine account. */
        WITHOUT_MACHINE_ACCOUNT
    }
}
