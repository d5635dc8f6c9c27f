package io.epochdesk.settings.view;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.NodeCheck;
import io.epochdesk.ui.FxTasks;

/** How the test of an access node stands. */
public sealed interface NodeTest {

    /** Not tested since it was last changed. */
    record Untested() implements NodeTest {}

    /**
     * Under way.
     *
     * @param task cancels it
     */
    record Running(FxTasks.Running task) implements NodeTest {}

    /**
     * It answered.
     *
     * @param check what it said
     * @param chainFits whether it serves the network's chain
     */
    record Passed(NodeCheck check, boolean chainFits) implements NodeTest {}

    /**
     * It did not.
     *
     * @param fault why
     */
    record Failed(Fault fault) implements NodeTest {}
}
