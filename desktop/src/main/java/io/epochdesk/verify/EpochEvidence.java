package io.epochdesk.verify;

import io.epochdesk.dkg.PhaseEnds;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.network.ChainEvent;

import java.util.List;

/**
 * Everything that the check of an epoch needs, as the chain has it.
 *
 * @param chain chain ID
 * @param rootBlock ID of the spork's root block, 64 hex digits
 * @param counter the epoch that was prepared
 * @param deadlines last views of the phases of the DKG that prepared it
 * @param phaseEnds the first heights past those views
 * @param completeTo height up to which the events are complete
 * @param preparation what {@code FlowEpoch} keeps of it: the answer to {@code preparation.cdc}
 * @param events {@code EpochSetup}, {@code StartDKG}, {@code BroadcastMessage}, {@code
 *     EpochCommit}, {@code EpochRecover} and {@code EndDKG} of its preparation, in the order of the
 *     chain
 */
public record EpochEvidence(
        String chain,
        String rootBlock,
        long counter,
        DkgDeadlines deadlines,
        PhaseEnds phaseEnds,
        long completeTo,
        String preparation,
        List<ChainEvent> events) {

    public EpochEvidence {
        events = List.copyOf(events);
    }

    /** All events of a kind, such as {@code FlowDKG.BroadcastMessage}. */
    List<ChainEvent> all(String kind) {
        return events.stream().filter(event -> isOf(event, kind)).toList();
    }

    /** Whether an event's type ends in this contract and name. */
    static boolean isOf(ChainEvent event, String kind) {
        return event.type().endsWith("." + kind);
    }
}
