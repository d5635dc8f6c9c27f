package io.epochdesk.registration.view;

import io.epochdesk.history.Activity;
import io.epochdesk.registration.Flow;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.FlowRecord;
import io.epochdesk.registration.Flows;

import java.util.Map;

/**
 * Flows and activities of the network being watched. Every method blocks, and throws {@link
 * io.epochdesk.fault.FaultException} while there is no connection or the history cannot be read.
 */
public interface FlowDesk {

    /** Begins a flow. */
    Flow begin(FlowKind kind);

    /** Takes one up where it was. */
    Flow resume(FlowRecord record);

    /** Those that were begun and not closed. */
    Flows.Unfinished unfinished();

    /**
     * The newest activities by their numbers, newest first.
     *
     * @param most how many at most
     */
    Map<Long, Activity> activities(int most);
}
