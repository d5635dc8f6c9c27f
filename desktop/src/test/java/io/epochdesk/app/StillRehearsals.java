package io.epochdesk.app;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.rehearsal.PracticeAccount;
import io.epochdesk.rehearsal.PracticeFolder;
import io.epochdesk.rehearsal.RehearsalControls;
import io.epochdesk.rehearsal.SteeredRehearsal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Rehearsals without a network, which begin when a test lets them. */
final class StillRehearsals implements RehearsalSource {

    private final List<SteeredRehearsal> started = new CopyOnWriteArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile @Nullable FaultException refusal;

    @Override
    public RunningRehearsal start() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FaultException wrong = refusal;
        if (wrong != null) {
            throw wrong;
        }
        SteeredRehearsal controls = new SteeredRehearsal();
        started.add(controls);
        running.incrementAndGet();
        return new Running(controls);
    }

    /** From now on starting waits until {@link #go()}. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    /** Lets what is being started go on. */
    void go() {
        gate.countDown();
    }

    /** From now on starting fails like this. */
    void refuse(FaultException wrong) {
        refusal = wrong;
    }

    /** Those that were started. */
    List<SteeredRehearsal> started() {
        return started;
    }

    /** How many are running. */
    int running() {
        return running.get();
    }

    private final class Running implements RunningRehearsal {

        private final SteeredRehearsal controls;

        Running(SteeredRehearsal controls) {
            this.controls = controls;
        }

        @Override
        public NetworkProfile profile() {
            return NetworkProfiles.custom(
                    "rehearsal",
                    "Rehearsal",
                    NetworkProfiles.emulator(),
                    List.of(NetworkProfiles.accessNode("127.0.0.1:4001")));
        }

        @Override
        public RehearsalControls controls() {
            return controls;
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
            return FlowAddress.of("f8d6e0586b0a20c7");
        }

        @Override
        public AccountPrivateKey operatorKey() {
            return AccountPrivateKey.ofSeed(SignatureAlgorithm.ECDSA_P256, new byte[48]);
        }

        @Override
        public Optional<PracticeFolder> ownNode() {
            return Optional.empty();
        }

        @Override
        public void close() {
            running.decrementAndGet();
        }
    }
}
