package io.epochdesk.rehearsal.play;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.model.ProgramCatalogue;
import io.epochdesk.rehearsal.model.StakingSignatures;

import java.util.Map;

/** All programs a rehearsal runs. */
final class Repertoire {

    private Repertoire() {}

    /** The programs of a rehearsal; a synthetic one takes every well-formed signature. */
    static ProgramCatalogue of(Map<String, FlowAddress> contracts, boolean synthetic) {
        return synthetic
                ? ProgramCatalogue.of(contracts, StakingSignatures.wellFormed())
                : ProgramCatalogue.of(contracts);
    }
}
