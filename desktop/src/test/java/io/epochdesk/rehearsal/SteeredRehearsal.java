package io.epochdesk.rehearsal;

import io.epochdesk.live.LatestValue;
import io.epochdesk.rehearsal.RehearsalState.Motion;

import java.util.ArrayList;
import java.util.List;

/** A rehearsal without a network: does what it is told, and remembers it. */
public final class SteeredRehearsal implements RehearsalControls {

    private static final List<ScenarioInfo> SCENARIOS =
            List.of(
                    new ScenarioInfo(
                            "happy-path",
                            "Happy path",
                            "Every cluster votes in time, the DKG succeeds, and the next epoch is"
                                    + " committed with hours to spare.",
                            240,
                            120,
                            110,
                            false),
                    new ScenarioInfo(
                            "split-vote",
                            "Split vote",
                            "One cluster votes for two different root blocks. Neither side reaches"
                                    + " the threshold until some nodes vote again elsewhere.",
                            240,
                            120,
                            110,
                            false),
                    new ScenarioInfo(
                            "fallback",
                            "Commit deadline passed",
                            "Too few identical DKG results are submitted; the deadline passes and"
                                    + " the network falls back.",
                            240,
                            120,
                            110,
                            false),
                    new ScenarioInfo(
                            "ten-fold",
                            "Ten times mainnet",
                            "The happy path with ten times as many nodes.",
                            2_400,
                            1_200,
                            1_100,
                            true));

    private final LatestValue<RehearsalState> state =
            new LatestValue<>(
                    new RehearsalState(
                            "happy-path",
                            42,
                            60,
                            Motion.RUNNING,
                            RehearsalPhase.DKG_PHASE_2,
                            213,
                            4_635_041,
                            List.of(
                                    RehearsalPhase.DKG_PHASE_3,
                                    RehearsalPhase.AWAITING_COMMIT,
                                    RehearsalPhase.COMMITTED)));
    private final List<String> told = new ArrayList<>();

    @Override
    public LatestValue<RehearsalState> state() {
        return state;
    }

    @Override
    public List<ScenarioInfo> scenarios() {
        return SCENARIOS;
    }

    @Override
    public void pause() {
        tell("pause");
        motion(Motion.PAUSED);
    }

    @Override
    public void resume() {
        tell("resume");
        motion(Motion.RUNNING);
    }

    @Override
    public void step() {
        tell("step");
    }

    @Override
    public void jump(RehearsalPhase phase) {
        tell("jump " + phase);
    }

    @Override
    public void speed(int times) {
        tell("speed " + times);
        state.update(
                now ->
                        new RehearsalState(
                                now.scenario(),
                                now.seed(),
                                times,
                                now.motion(),
                                now.phase(),
                                now.counter(),
                                now.view(),
                                now.ahead()));
    }

    @Override
    public void restart(String scenario, long seed) {
        tell("restart " + scenario + " " + seed);
        state.update(
                now ->
                        new RehearsalState(
                                scenario,
                                seed,
                                now.speed(),
                                Motion.RUNNING,
                                RehearsalPhase.STAKING_AUCTION,
                                now.counter(),
                                0,
                                List.of(RehearsalPhase.DKG_PHASE_1)));
    }

    /** Says what it is doing now. */
    public void motion(Motion motion) {
        state.update(
                now ->
                        new RehearsalState(
                                now.scenario(),
                                now.seed(),
                                now.speed(),
                                motion,
                                now.phase(),
                                now.counter(),
                                now.view(),
                                now.ahead()));
    }

    /** What it was told, in order. */
    public synchronized List<String> told() {
        return List.copyOf(told);
    }

    private synchronized void tell(String what) {
        told.add(what);
    }
}
