package io.epochdesk.rehearsal.play;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.rehearsal.model.ProgramCatalogue;
import io.epochdesk.rehearsal.model.StakingSignatures;
import io.epochdesk.rehearsal.model.TransactionProgram;

import java.util.List;
import java.util.Map;

/** All programs a rehearsal runs. */
final class Repertoire {

    private Repertoire() {}

    private static final List<String> CLAIMING =
            List.of("register_qc_voter", "register_dkg_participant", "create_machine_account");

    /** The programs of a rehearsal with these accounts to practise on. */
    static ProgramCatalogue of(
            Map<String, FlowAddress> contracts, boolean synthetic, List<SpareAccount> spare) {
        ProgramCatalogue all = of(contracts, synthetic);
        if (spare.isEmpty()) {
            return all;
        }
        List<String> nodeIds = spare.stream().map(account -> account.node().id()).toList();
        for (String name : CLAIMING) {
            Program program = Program.shipped("registration", name);
            TransactionProgram known =
                    all.transaction(program.resolvedWith(contracts)).orElseThrow();
            all = all.with(program, new ApprovingOnClaim(known, nodeIds));
        }
        return all;
    }

    /** The programs of a rehearsal; a synthetic one takes every well-formed signature. */
    static ProgramCatalogue of(Map<String, FlowAddress> contracts, boolean synthetic) {
        return synthetic
                ? ProgramCatalogue.of(contracts, StakingSignatures.wellFormed())
                : ProgramCatalogue.of(contracts);
    }
}
