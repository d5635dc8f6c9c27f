package io.epochdesk.rehearsal;

import io.epochdesk.live.LatestValue;

import java.util.List;

/**
 * Steers a running rehearsal. Every command returns at once and may be given from any thread; what
 * it led to is told by {@link #state()}. A command that does not fit the present state, such as
 * pausing what is paused, changes nothing.
 */
public interface RehearsalControls {

    /** The slowest speed: as fast as mainnet. */
    int LEAST_SPEED = 1;

    /** The fastest speed. */
    int MOST_SPEED = 10_000;

    /**
     * What the rehearsal is doing; published at each change and at least once a second in motion.
     */
    LatestValue<RehearsalState> state();

    /** Every scenario that can be played, in the order to offer them; never empty. */
    List<ScenarioInfo> scenarios();

    /** Stops time after the block being made. */
    void pause();

    /** Lets time go on. */
    void resume();

    /**
     * Goes on until the next thing happens that an operator would see: a vote, a whiteboard
     * message, a submission, a transaction, or another phase. Then it is paused.
     */
    void step();

    /**
     * Goes on at full speed until a phase begins next, then as before: paused, or at its speed.
     *
     * @param phase one of {@link RehearsalState#ahead()}; any other changes nothing
     */
    void jump(RehearsalPhase phase);

    /**
     * How many times as fast as mainnet network time passes.
     *
     * @param times {@link #LEAST_SPEED} to {@link #MOST_SPEED}
     * @throws IllegalArgumentException when it is outside
     */
    void speed(int times);

    /**
     * Begins anew, on a fresh chain with another root block, at the present speed and running.
     *
     * @param scenario ID of one of {@link #scenarios()}
     * @param seed the same seed and scenario give the same chain
     * @throws IllegalArgumentException when there is no such scenario
     */
    void restart(String scenario, long seed);
}
