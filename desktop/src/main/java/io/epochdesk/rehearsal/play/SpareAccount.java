package io.epochdesk.rehearsal.play;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.model.Genesis;

/**
 * An account of the operator's with a node that lacks something, to practise on.
 *
 * @param kind what it lacks
 * @param operator its place among the operators
 * @param node its node, whose stake is committed
 */
public record SpareAccount(Kind kind, int operator, CastNode node) {

    /** What there is to practise. */
    public enum Kind {
        /** A collection node outside any staking collection: its Voter can be claimed. */
        BARE_COLLECTION_NODE,
        /** A consensus node outside any staking collection: its Participant can be claimed. */
        BARE_CONSENSUS_NODE,
        /** A collection node in a staking collection without machine account. */
        WITHOUT_MACHINE_ACCOUNT
    }

    /** Where it is. */
    public FlowAddress address() {
        return Genesis.operatorAddress(operator);
    }
}
