package io.epochdesk.app;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.ui.FxTasks;

import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The network being watched, and the way to another; at most one is open. On the FX thread. */
final class NetworkSwitch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Machinery machinery;
    private final FxTasks tasks;
    private @Nullable OpenNetwork open;
    private boolean starting;
    private volatile boolean closed;

    NetworkSwitch(Machinery machinery, FxTasks tasks) {
        this.machinery = machinery;
        this.tasks = tasks;
    }

    /** The network being watched, or null before the first. */
    @Nullable OpenNetwork open() {
        return open;
    }

    /** Whether rehearsals can be had here. */
    boolean canRehearse() {
        return machinery.rehearsals() != null;
    }

    /** Watches a network from now on, instead of the one before. */
    OpenNetwork watch(NetworkProfile profile) {
        return replace(profile, null);
    }

    /**
     * Starts a rehearsal in the background and watches it; the one before stays until then.
     *
     * @param slow told once when it takes longer than half a second
     * @param ready told when it is being watched
     * @param failed told why it could not be started
     */
    void rehearse(Runnable slow, Consumer<OpenNetwork> ready, Consumer<Fault> failed) {
        RehearsalSource source = machinery.rehearsals();
        if (source == null || starting) {
            return;
        }
        starting = true;
        Subscription wait = machinery.fx().after(PATIENCE, slow);
        tasks.start(
                "starting a rehearsal",
                () -> startedUnlessClosed(source),
                started -> {
                    wait.unsubscribe();
                    starting = false;
                    started.ifPresent(running -> arrived(running, ready));
                },
                fault -> {
                    wait.unsubscribe();
                    starting = false;
                    failed.accept(fault);
                });
    }

    /** Closes what is open, and whatever is still on its way. */
    @Override
    public void close() {
        closed = true;
        OpenNetwork last = open;
        open = null;
        if (last != null) {
            last.close();
        }
    }

    /** Empty when the window closed meanwhile: there may be no FX thread any more to tell it to. */
    private Optional<RunningRehearsal> startedUnlessClosed(RehearsalSource source) {
        RunningRehearsal running = source.start();
        if (closed) {
            running.close();
            return Optional.empty();
        }
        return Optional.of(running);
    }

    private void arrived(RunningRehearsal running, Consumer<OpenNetwork> ready) {
        if (closed) {
            machinery.background().execute(running::close);
        } else {
            ready.accept(replace(running.profile(), running));
        }
    }

    private OpenNetwork replace(NetworkProfile profile, @Nullable RunningRehearsal rehearsal) {
        OpenNetwork before = open;
        OpenNetwork next =
                new OpenNetwork(
                        profile,
                        machinery.boards().open(profile),
                        rehearsal,
                        machinery.background(),
                        machinery.fx());
        open = next;
        if (before != null) {
            machinery.background().execute(before::close);
        }
        return next;
    }
}
