package io.epochdesk.rehearsal.play;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.live.LatestValue;
import io.epochdesk.rehearsal.chain.ChainOptions;
import io.epochdesk.rehearsal.chain.LocalChain;
import io.epochdesk.rehearsal.model.World;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A running rehearsal: a chain, its cast, and the one thread in which its time passes. What happens
 * at which view does not depend on the speed, nor on when it was paused.
 */
public final class Play implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Play.class);
    private static final int LEAST_SPEED = 1;
    private static final int MOST_SPEED = 10_000;

    /** Blocks made between two looks at the controls. */
    private static final int BATCH = 256;

    /** Fast plays make their blocks in bundles rather than wake for each. */
    private static final long SHORTEST_REST = Duration.ofMillis(2).toNanos();

    private static final long PUBLISH_EVERY = Duration.ofMillis(250).toNanos();

    private final LocalChain chain;
    private final Cast cast;
    private final Director director;
    private final Pace pace;
    private final LatestValue<Scene> scene;
    private final Thread time;
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private Scene.Motion motion = Scene.Motion.RUNNING;
    private Scene.Motion afterHurry = Scene.Motion.PAUSED;
    private Predicate<Glance> goal = _ -> true;
    private long published;
    private volatile boolean closed;

    /** What a hurrying play looks at after each block. */
    private record Glance(Phase before, Phase phase, boolean somethingHappened) {}

    /**
     * Begins a play.
     *
     * @param speed 1 to 10,000
     * @param clock where blocks have their times from
     */
    public Play(Scenario scenario, long seedValue, int speed, InstantSource clock) {
        Seed seed = new Seed(seedValue);
        this.cast = new Cast(seed, scenario);
        Opening.Beginning beginning =
                new Opening(seed, scenario, Calendar.WEEK, cast).at(clock.instant(), within(speed));
        World world = beginning.world();
        this.chain =
                new LocalChain(
                        world,
                        Repertoire.of(
                                world.contracts(),
                                scenario.size().isSynthetic(),
                                cast.spareAccounts()),
                        ChainOptions.played(
                                // another scenario is another chain, from its root block on
                                seed.number("chain/" + scenario.id() + "/" + scenario.size()),
                                beginning.height(),
                                beginning.view(),
                                beginning.past(),
                                clock));
        this.director = new Director(seed, scenario, cast, chain);
        this.pace = new Pace(System.nanoTime(), director.view(), speed);
        this.scene = new LatestValue<>(look());
        this.time = Thread.ofPlatform().daemon().name("rehearsal-time").unstarted(this::run);
    }

    /** Lets time begin. */
    public Play start() {
        time.start();
        return this;
    }

    /** The chain that is played on. */
    public LocalChain chain() {
        return chain;
    }

    /** Who plays. */
    public Cast cast() {
        return cast;
    }

    /** The machine account of the operator's own node, or null where there is none. */
    public @Nullable FlowAddress ownAccount() {
        CastNode own = cast.own();
        return own == null ? null : cast.machineAccount(chain.world(), own);
    }

    /** Where it stands: told at every change and several times a second in motion. */
    public LatestValue<Scene> scene() {
        return scene;
    }

    /** Lets time stand still after the block being made. */
    public void pause() {
        commands.add(() -> motion = Scene.Motion.PAUSED);
    }

    /** Lets time go on. */
    public void resume() {
        commands.add(
                () -> {
                    pace.anchor(System.nanoTime(), director.view());
                    motion = Scene.Motion.RUNNING;
                });
    }

    /** Hurries to the next transaction or phase, then stands still. */
    public void step() {
        commands.add(
                () ->
                        hurry(
                                glance ->
                                        glance.somethingHappened()
                                                || glance.phase() != glance.before(),
                                Scene.Motion.PAUSED));
    }

    /** Hurries until a phase begins, then goes on as before. */
    public void jump(Phase phase) {
        commands.add(
                () ->
                        hurry(
                                glance -> glance.phase() == phase && glance.before() != phase,
                                motion == Scene.Motion.HURRYING ? afterHurry : motion));
    }

    /**
     * How many times as fast as mainnet time passes.
     *
     * @throws IllegalArgumentException when it is not 1 to 10,000
     */
    public void speed(int times) {
        int speed = within(times);
        commands.add(() -> pace.speed(System.nanoTime(), director.view(), speed));
    }

    private static int within(int speed) {
        if (speed < LEAST_SPEED || speed > MOST_SPEED) {
            throw new IllegalArgumentException("a speed is 1 to 10,000, not " + speed);
        }
        return speed;
    }

    private void hurry(Predicate<Glance> until, Scene.Motion then) {
        goal = until;
        afterHurry = then;
        motion = Scene.Motion.HURRYING;
    }

    private void run() {
        try {
            while (!closed) {
                Runnable command = commands.poll(rest(), TimeUnit.NANOSECONDS);
                if (command != null) {
                    command.run();
                    scene.publish(look());
                } else {
                    passTime();
                    publishNowAndThen();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the rehearsal came to a stop at view {}", director.view(), e);
        }
    }

    /** How long nothing happens, as far as is known. */
    private long rest() {
        return switch (motion) {
            case PAUSED -> Long.MAX_VALUE;
            case HURRYING -> 0;
            case RUNNING -> {
                long rest = pace.due(director.nextView()) - System.nanoTime();
                yield rest <= 0 ? 0 : Math.max(rest, SHORTEST_REST);
            }
        };
    }

    private void passTime() {
        switch (motion) {
            case PAUSED -> {}
            case HURRYING -> hurryOn();
            case RUNNING -> runOn();
        }
    }

    private void hurryOn() {
        for (int i = 0; i < BATCH; i++) {
            Phase before = phase();
            director.advance();
            if (goal.test(new Glance(before, phase(), happened()))) {
                motion = afterHurry;
                pace.anchor(System.nanoTime(), director.view());
                scene.publish(look());
                return;
            }
        }
    }

    private void runOn() {
        long now = System.nanoTime();
        for (int i = 0; i < BATCH && pace.due(director.nextView()) <= now; i++) {
            director.advance();
        }
        pace.forgive(System.nanoTime(), director.nextView());
    }

    private boolean happened() {
        return !chain.finalizedEvents(chain.latestFinalized().height()).isEmpty();
    }

    private Phase phase() {
        return Phase.of(chain.world(), director.view());
    }

    private void publishNowAndThen() {
        long now = System.nanoTime();
        if (now - published >= PUBLISH_EVERY) {
            published = now;
            scene.publish(look());
        }
    }

    private Scene look() {
        World world = chain.world();
        return new Scene(
                pace.speed(),
                motion,
                Phase.of(world, director.view()),
                world.epoch().counter(),
                director.view());
    }

    /** Ends time and lets go of all who wait for blocks. Returns when the thread is gone. */
    @Override
    public void close() {
        closed = true;
        commands.add(() -> {});
        chain.close();
        try {
            time.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
