package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.Program;

import java.util.List;

/** A script of the console's own: its text says what it takes, an answer says what it does. */
final class OwnScript implements ScriptProgram {

    private final String name;
    private final Signature signature;
    private final Answer answer;

    OwnScript(Program program, Answer answer) {
        this.name = program.name();
        this.signature = Signature.of(program);
        this.answer = answer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CadenceValue run(World world, Moment moment, List<CadenceValue> arguments)
            throws Aborted {
        signature.check(arguments);
        return answer.of(world, moment, new Arguments(arguments));
    }

    /** What a script answers. */
    @FunctionalInterface
    interface Answer {
        CadenceValue of(World world, Moment moment, Arguments arguments) throws Aborted;
    }
}
