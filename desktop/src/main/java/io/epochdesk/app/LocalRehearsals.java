package io.epochdesk.app;

import io.epochdesk.network.NetworkProfile;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalControls;
import io.epochdesk.rehearsal.RehearsalOptions;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Rehearsals in this process, each on a free port of this machine. */
final class LocalRehearsals implements RehearsalSource {

    @Override
    public RunningRehearsal start() {
        try {
            return new Local(Rehearsal.start(RehearsalOptions.usual()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Local(Rehearsal rehearsal) implements RunningRehearsal {

        @Override
        public NetworkProfile profile() {
            return rehearsal.profile();
        }

        @Override
        public RehearsalControls controls() {
            return rehearsal.controls();
        }

        @Override
        public void close() {
            rehearsal.close();
        }
    }
}
