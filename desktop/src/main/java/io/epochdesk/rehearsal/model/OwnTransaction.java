package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;

import java.util.List;

/** A transaction whose text says what it takes, with one authorizer at most. */
final class OwnTransaction implements TransactionProgram {

    /** What a transaction took on the emulator that does nothing. */
    private static final int NOTHING = 3;

    private final String name;
    private final Signature signature;
    private final int computation;
    private final Deed deed;

    OwnTransaction(Program program, Deed deed) {
        this(program, NOTHING, deed);
    }

    OwnTransaction(Program program, int computation, Deed deed) {
        this.computation = computation;
        this.name = program.name();
        this.signature = Signature.of(program);
        this.deed = deed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int computation() {
        return computation;
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
