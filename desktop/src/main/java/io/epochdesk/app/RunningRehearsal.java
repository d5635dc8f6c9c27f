package io.epochdesk.app;

import io.epochdesk.network.NetworkProfile;
import io.epochdesk.rehearsal.RehearsalControls;

/** A rehearsal network that runs inside this process, as the window needs it. */
interface RunningRehearsal extends AutoCloseable {

    /** How it is reached: through its port on this machine, by the same client as any network. */
    NetworkProfile profile();

    /** What steers it. */
    RehearsalControls controls();

    /** Stops it; its port is free afterwards. May take a moment, so not on the FX thread. */
    @Override
    void close();
}
