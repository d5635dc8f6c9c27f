package io.epochdesk.app;

/** Starts rehearsal networks. */
@FunctionalInterface
interface RehearsalSource {

    /**
     * Starts one; takes a moment, so not on the FX thread.
     *
     * @throws io.epochdesk.fault.FaultException when it cannot be started
     */
    RunningRehearsal start();
}
