package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The scripts and transactions a rehearsal can run. It compiles nothing: a text is recognised when
 * it is one of the console's own or an audited upstream template, whatever the comments and blank
 * space.
 */
public final class ProgramCatalogue {

    private final Map<String, FlowAddress> contracts;
    private final Map<String, ScriptProgram> scripts;
    private final Map<String, TransactionProgram> transactions;
    private final UpstreamTemplates upstream;

    private ProgramCatalogue(
            Map<String, FlowAddress> contracts,
            Map<String, ScriptProgram> scripts,
            Map<String, TransactionProgram> transactions,
            UpstreamTemplates upstream) {
        this.upstream = upstream;
        this.contracts = Map.copyOf(contracts);
        this.scripts = Map.copyOf(scripts);
        this.transactions = Map.copyOf(transactions);
    }

    /** The console's own programs, with their imports at these addresses and real signatures. */
    public static ProgramCatalogue of(Map<String, FlowAddress> contracts) {
        return of(contracts, new BlsSignatures());
    }

    /**
     * The console's own programs, with their imports at these addresses.
     *
     * @param signatures how staking keys, proofs of possession and votes are judged
     */
    public static ProgramCatalogue of(
            Map<String, FlowAddress> contracts, StakingSignatures signatures) {
        ProgramCatalogue empty =
                new ProgramCatalogue(
                        contracts,
                        Map.of(),
                        Map.of(),
                        new UpstreamTemplates(contracts, signatures));
        return Programs.all(empty, signatures);
    }

    /** This catalogue with one more script. */
    public ProgramCatalogue with(Program text, ScriptProgram program) {
        Map<String, ScriptProgram> more = new HashMap<>(scripts);
        more.put(key(text), program);
        return new ProgramCatalogue(contracts, more, transactions, upstream);
    }

    /** This catalogue with one more transaction. */
    public ProgramCatalogue with(Program text, TransactionProgram program) {
        Map<String, TransactionProgram> more = new HashMap<>(transactions);
        more.put(key(text), program);
        return new ProgramCatalogue(contracts, scripts, more, upstream);
    }

    /** The script that this text is. */
    public Optional<ScriptProgram> script(String text) {
        return Optional.ofNullable(scripts.get(NormalText.of(text)));
    }

    /** The transaction that this text is. */
    public Optional<TransactionProgram> transaction(String text) {
        TransactionProgram own = transactions.get(NormalText.of(text));
        return own == null ? upstream.find(text) : Optional.of(own);
    }

    private String key(Program program) {
        return NormalText.of(program.resolvedWith(contracts));
    }
}
