package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;

import java.util.List;

/** A transaction that can be run on a draft. */
public interface TransactionProgram {

    /** Its name, for logs. */
    String name();

    /** Computation units it takes, about: what fees are charged for. */
    default int computation() {
        return 3;
    }

    /**
     * Runs it. When it throws, the draft is to be dropped.
     *
     * @throws Aborted in the chain's words; also when arguments or authorizers are not those it
     *     takes
     */
    void run(Draft draft, List<FlowAddress> authorizers, List<CadenceValue> arguments)
            throws Aborted;
}
