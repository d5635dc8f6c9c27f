package io.epochdesk.rehearsal.play;

import io.epochdesk.rehearsal.chain.BlockEvents;
import io.epochdesk.rehearsal.chain.ChainOptions;
import io.epochdesk.rehearsal.chain.Event;
import io.epochdesk.rehearsal.chain.LocalChain;
import io.epochdesk.rehearsal.chain.Refusal;
import io.epochdesk.rehearsal.model.World;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A scenario played without a clock or a thread, block after block. */
final class Rehearsed {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    final LocalChain chain;
    final Cast cast;
    final Director director;

    Rehearsed(Scenario scenario, long seed) {
        this(scenario, seed, Calendar.WEEK);
    }

    Rehearsed(Scenario scenario, long seed, Calendar calendar) {
        cast = new Cast(new Seed(seed), scenario);
        Opening.Beginning beginning =
                new Opening(new Seed(seed), scenario, calendar, cast).at(NOW, 1);
        World world = beginning.world();
        chain =
                new LocalChain(
                        world,
                        Repertoire.of(world.contracts(), scenario.size().isSynthetic()),
                        ChainOptions.played(
                                seed,
                                beginning.height(),
                                beginning.view(),
                                beginning.past(),
                                () -> NOW));
        director = new Director(new Seed(seed), scenario, cast, chain);
    }

    /** A calendar in which an epoch is over within thousands of blocks. */
    static Calendar quick() {
        return new Calendar(12_000, 3_000, 1_500);
    }

    Phase phase() {
        return Phase.of(chain.world(), director.view());
    }

    /** Plays until something holds; gives up after so many blocks. */
    boolean until(Predicate<World> goal, int most) {
        for (int i = 0; i < most && !goal.test(chain.world()); i++) {
            director.advance();
        }
        return goal.test(chain.world());
    }

    /** All events of sealed blocks, in order. */
    List<Event> events() {
        List<Event> all = new ArrayList<>();
        Optional<Long> next = chain.nextHeightWithEvents(0);
        while (next.isPresent()) {
            try {
                BlockEvents block = chain.events(next.get());
                all.addAll(block.events());
            } catch (Refusal e) {
                throw new AssertionError(e);
            }
            next = chain.nextHeightWithEvents(next.get() + 1);
        }
        return all;
    }
}
