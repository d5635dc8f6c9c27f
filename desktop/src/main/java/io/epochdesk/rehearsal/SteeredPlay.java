package io.epochdesk.rehearsal;

import io.epochdesk.live.LatestValue;
import io.epochdesk.rehearsal.access.AccessServer;
import io.epochdesk.rehearsal.access.Manner;
import io.epochdesk.rehearsal.play.Cast;
import io.epochdesk.rehearsal.play.CastNode;
import io.epochdesk.rehearsal.play.CastSize;
import io.epochdesk.rehearsal.play.Phase;
import io.epochdesk.rehearsal.play.Play;
import io.epochdesk.rehearsal.play.Scenario;
import io.epochdesk.rehearsal.play.Scene;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The controls of whichever play is on; a restart puts another play behind the same server. */
final class SteeredPlay implements RehearsalControls, AutoCloseable {

    /** Views for which every access node is sound, so that one sees the difference. */
    private static final long SOUND_VIEWS = 900;

    private static final Duration SLOWNESS = Duration.ofSeconds(3);
    private static final Duration UP = Duration.ofSeconds(12);
    private static final Duration DOWN = Duration.ofSeconds(6);

    /** The phases an uneventful epoch goes through. */
    private static final List<RehearsalPhase> ROUND =
            List.of(
                    RehearsalPhase.STAKING_AUCTION,
                    RehearsalPhase.DKG_PHASE_1,
                    RehearsalPhase.DKG_PHASE_2,
                    RehearsalPhase.DKG_PHASE_3,
                    RehearsalPhase.AWAITING_COMMIT,
                    RehearsalPhase.COMMITTED);

    private final AccessServer server;
    private final LatestValue<RehearsalState> state;
    private final Object restarting = new Object();
    private volatile Running running;
    private boolean closed;

    /** A play and what it was begun with. */
    private record Running(
            Scenario scenario, long seed, Play play, LatestValue.Subscription scenes) {}

    SteeredPlay(AccessServer server, Scenario scenario, long seed, Play first) {
        this.server = server;
        this.state = new LatestValue<>(told(scenario, seed, first.scene().current()));
        this.running = begun(scenario, seed, first);
    }

    private Running begun(Scenario scenario, long seed, Play play) {
        long misbehaves = play.scene().current().view() + SOUND_VIEWS;
        AtomicBoolean sound = new AtomicBoolean(true);
        LatestValue.Subscription scenes =
                play.scene()
                        .subscribe(
                                scene -> {
                                    if (scene.view() >= misbehaves && sound.getAndSet(false)) {
                                        server.behave(manner(scenario));
                                    }
                                    state.publish(told(scenario, seed, scene));
                                });
        return new Running(scenario, seed, play.start(), scenes);
    }

    /** Who plays. */
    Cast cast() {
        return running.play().cast();
    }

    /** The operator's own node, with its machine account, where the scenario has one. */
    Optional<PracticeFolder> own() {
        Play play = running.play();
        CastNode own = play.cast().own();
        return own == null
                ? Optional.empty()
                : Optional.of(new PracticeFolder(own, play.ownAccount()));
    }

    @Override
    public LatestValue<RehearsalState> state() {
        return state;
    }

    @Override
    public List<ScenarioInfo> scenarios() {
        return Scenario.all().stream().map(SteeredPlay::info).toList();
    }

    private static ScenarioInfo info(Scenario scenario) {
        CastSize size = scenario.size();
        int own = scenario.ownNode() ? 1 : 0;
        return new ScenarioInfo(
                scenario.id(),
                scenario.title(),
                scenario.description(),
                size.nodes() + own,
                size.nodes(1) + own,
                size.nodes(2),
                size.isSynthetic());
    }

    @Override
    public void pause() {
        running.play().pause();
    }

    @Override
    public void resume() {
        running.play().resume();
    }

    @Override
    public void step() {
        running.play().step();
    }

    @Override
    public void jump(RehearsalPhase phase) {
        if (state.current().ahead().contains(phase)) {
            running.play().jump(Phase.valueOf(phase.name()));
        }
    }

    @Override
    public void speed(int times) {
        running.play().speed(times);
    }

    @Override
    public void restart(String scenarioId, long seed) {
        Scenario scenario = Scenario.of(scenarioId);
        state.update(SteeredPlay::restarting);
        Thread.ofVirtual().name("rehearsal-restart").start(() -> begin(scenario, seed));
    }

    private void begin(Scenario scenario, long seed) {
        synchronized (restarting) {
            if (closed) {
                return;
            }
            Running before = running;
            before.scenes().close();
            before.play().close();
            int speed = before.play().scene().current().speed();
            Play next = new Play(scenario, seed, speed, InstantSource.system());
            server.serve(next.chain());
            running = begun(scenario, seed, next);
        }
    }

    private static RehearsalState restarting(RehearsalState now) {
        return new RehearsalState(
                now.scenario(),
                now.seed(),
                now.speed(),
                RehearsalState.Motion.RESTARTING,
                now.phase(),
                now.counter(),
                now.view(),
                List.of());
    }

    private static RehearsalState told(Scenario scenario, long seed, Scene scene) {
        RehearsalPhase phase = RehearsalPhase.valueOf(scene.phase().name());
        return new RehearsalState(
                scenario.id(),
                seed,
                scene.speed(),
                RehearsalState.Motion.valueOf(scene.motion().name()),
                phase,
                scene.counter(),
                scene.view(),
                ahead(scenario, phase));
    }

    /** An epoch that cannot be committed ends in fallback; after any other comes the next. */
    private static List<RehearsalPhase> ahead(Scenario scenario, RehearsalPhase phase) {
        if (phase == RehearsalPhase.FALLBACK) {
            return List.of();
        }
        int at = ROUND.indexOf(phase);
        List<RehearsalPhase> ahead = new ArrayList<>(ROUND.subList(at + 1, ROUND.size()));
        if (scenario.end() == Scenario.End.COMMITTED) {
            ahead.addAll(ROUND.subList(0, at + 1));
        } else {
            ahead.remove(RehearsalPhase.COMMITTED);
            ahead.add(RehearsalPhase.FALLBACK);
        }
        return ahead;
    }

    private static Manner manner(Scenario scenario) {
        return switch (scenario.access()) {
            case HONEST -> Manner.SOUND;
            case STALE -> new Manner.Stale();
            case SLOW -> new Manner.Slow(SLOWNESS);
            case FLAPPING -> new Manner.Flapping(UP, DOWN);
            case LYING -> new Manner.Lying("totalWeight", 100);
        };
    }

    @Override
    public void close() {
        synchronized (restarting) {
            closed = true;
            running.scenes().close();
            running.play().close();
        }
    }
}
