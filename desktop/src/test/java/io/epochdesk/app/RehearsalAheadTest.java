package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.rehearsal.PracticeAccount;
import io.epochdesk.rehearsal.PracticeFolder;
import io.epochdesk.rehearsal.RehearsalControls;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rehearsal begun before anybody asks belongs to whoever asks first, or to nobody. */
final class RehearsalAheadTest {

    private final List<Network> started = new ArrayList<>();
    private int failures;
    private final RehearsalAhead rehearsals =
            new RehearsalAhead(
                    () -> {
                        if (failures-- > 0) {
                            throw new IllegalStateException("no port");
                        }
                        started.add(new Network());
                        return started.getLast();
                    });

    @Test
    void theFirstWhoAsksGetsTheOneThatWasBegun() {
        rehearsals.begin(Runnable::run);

        assertThat(rehearsals.start()).isSameAs(started.getFirst());
        assertThat(rehearsals.start()).isSameAs(started.get(1));
    }

    @Test
    void withoutOneBegunOneIsStarted() {
        assertThat(rehearsals.start()).isSameAs(started.getFirst());
    }

    @Test
    void whatNobodyAskedForIsStopped() {
        rehearsals.begin(Runnable::run);
        rehearsals.close();

        assertThat(started).extracting(network -> network.closed).containsExactly(true);
    }

    @Test
    void whatWasAskedForIsLeftToItsOwner() {
        rehearsals.begin(Runnable::run);
        rehearsals.start();
        rehearsals.close();

        assertThat(started).extracting(network -> network.closed).containsExactly(false);
    }

    @Test
    void whereItFailedAheadItIsTriedAgain() {
        failures = 1;
        rehearsals.begin(Runnable::run);

        assertThat(rehearsals.start()).isSameAs(started.getFirst());
    }

    private static final class Network implements RunningRehearsal {
        private boolean closed;

        @Override
        public NetworkProfile profile() {
            return NetworkProfiles.emulator();
        }

        @Override
        public RehearsalControls controls() {
            throw new AssertionError("nobody steers here");
        }

        @Override
        public List<PracticeFolder> practiceFolders() {
            return List.of();
        }

        @Override
        public List<PracticeAccount> practiceAccounts() {
            return List.of();
        }

        @Override
        public FlowAddress operator() {
            throw new AssertionError("nobody registers here");
        }

        @Override
        public AccountPrivateKey operatorKey() {
            throw new AssertionError("nobody registers here");
        }

        @Override
        public Optional<PracticeFolder> ownNode() {
            return Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
