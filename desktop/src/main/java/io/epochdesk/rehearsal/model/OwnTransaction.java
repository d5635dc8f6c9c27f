package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;

import java.util.List;

/** A transaction whose text says what it takes, with one authorizer at most. */
final class OwnTransaction implements TransactionProgram {

    private final String name;
    private final Signature signature;
    private final Deed deed;

    OwnTransaction(Program program, Deed deed) {
        this.name = program.name();
        this.signature = Signature.of(program);
        this.deed = deed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(Draft draft, List<FlowAddress> authorizers, List<CadenceValue> arguments)
            throws Aborted {
        signature.check(arguments);
        signature.checkAuthorizers(authorizers.size());
        deed.run(draft, authorizers.getFirst(), new Arguments(arguments));
    }

    /** What a transaction does in the name of its signer. */
    @FunctionalInterface
    interface Deed {
        void run(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted;
    }
}
