package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue;

import java.util.List;

/** A script that can be run on a world. */
public interface ScriptProgram {

    /** Its name, for logs. */
    String name();

    /**
     * Its answer.
     *
     * @throws Aborted in the chain's words; also when the arguments are not those it takes
     */
    CadenceValue run(World world, Moment moment, List<CadenceValue> arguments) throws Aborted;
}
