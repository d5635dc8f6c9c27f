package io.epochdesk.app;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.rehearsal.PracticeAccount;
import io.epochdesk.rehearsal.PracticeFolder;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalControls;
import io.epochdesk.rehearsal.RehearsalOptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Rehearsals in this process, each on a free port of this machine. */
final class LocalRehearsals implements RehearsalSource {

    private final RehearsalOptions options;

    /** Rehearsals that begin like this; the window can have another scenario played. */
    LocalRehearsals(RehearsalOptions options) {
        this.options = options;
    }

    @Override
    public RunningRehearsal start() {
        try {
            return new Local(Rehearsal.start(options));
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
        public List<PracticeFolder> practiceFolders() {
            return rehearsal.practiceFolders();
        }

        @Override
        public FlowAddress operator() {
            return rehearsal.operator();
        }

        @Override
        public AccountPrivateKey operatorKey() {
            return rehearsal.operatorKey();
        }

        @Override
        public Optional<PracticeFolder> ownNode() {
            return rehearsal.ownNode();
        }

        @Override
        public List<PracticeAccount> practiceAccounts() {
            return rehearsal.practiceAccounts();
        }

        @Override
        public void close() {
            rehearsal.close();
        }
    }
}
