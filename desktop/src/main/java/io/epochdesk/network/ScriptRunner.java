package io.epochdesk.network;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.Program;

import java.util.List;

/** Runs read-only scripts. */
public interface ScriptRunner {

    /**
     * Runs a script at the newest sealed block.
     *
     * @throws io.epochdesk.fault.FaultException when no node gave an answer, or the chain refused
     *     the script
     */
    ScriptAnswer run(Program script, List<CadenceValue> arguments);

    /**
     * Runs a script at a past height; a node keeps only a window of them.
     *
     * @throws io.epochdesk.fault.FaultException likewise, and when the height is not to be had
     */
    ScriptAnswer runAt(long height, Program script, List<CadenceValue> arguments);
}
