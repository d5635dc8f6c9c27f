package io.epochdesk.rehearsal.play;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.model.NodeTransactions;
import io.epochdesk.rehearsal.model.ProgramCatalogue;
import io.epochdesk.rehearsal.model.StakingSignatures;

import java.util.Map;

/** All programs a rehearsal runs: the console's own and those of its nodes. */
final class Repertoire {

    private Repertoire() {}

    /** The programs of a rehearsal; a synthetic one takes every well-formed signature. */
    static ProgramCatalogue of(Map<String, FlowAddress> contracts, boolean synthetic) {
        StakingSignatures signatures =
                synthetic ? StakingSignatures.wellFormed() : new VerifiedSignatures();
        return NodeTransactions.addedTo(ProgramCatalogue.of(contracts), signatures);
    }
}
