package io.epochdesk.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.rehearsal.chain.Event;
import io.epochdesk.rehearsal.chain.Identifier;
import io.epochdesk.rehearsal.chain.LocalChain;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;

/** The same seed and scenario give the same chain, whatever the clock does. */
@BesideOthers
final class DeterminismTest {

    private static Rehearsed run(String scenario, long seed) {
        Rehearsed play = new Rehearsed(Scenario.of(scenario), seed, Rehearsed.quick());
        long counter = play.chain.world().epoch().counter();
        play.until(world -> world.epoch().counter() > counter, 20_000);
        for (int i = 0; i < 10; i++) {
            play.director.advance();
        }
        return play;
    }

    private static List<Identifier> ids(LocalChain chain, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(height -> chain.block(height).orElseThrow().id())
                .toList();
    }

    @Test
    void twoRunsHaveTheSameBlocksAndEvents() {
        Rehearsed one = run("answered-complaints", 11);
        Rehearsed other = run("answered-complaints", 11);
        long last = one.chain.latestFinalized().height();
        long first = last - 9_500;

        assertThat(other.chain.root()).isEqualTo(one.chain.root());
        assertThat(ids(other.chain, first, last)).isEqualTo(ids(one.chain, first, last));
        List<Event> events = one.events();
        assertThat(events).hasSizeGreaterThan(50);
        assertThat(other.events()).isEqualTo(events);
    }

    @Test
    void anotherSeedIsAnotherChain() {
        assertThat(run("happy-path", 11).chain.root().id())
                .isNotEqualTo(run("happy-path", 12).chain.root().id());
    }

    @Test
    void anotherScenarioIsAnotherChainFromItsRootOn() {
        try (Play one = new Play(Scenario.of("happy-path"), 11, 60, InstantSource.system());
                Play other = new Play(Scenario.of("silent-node"), 11, 60, InstantSource.system())) {
            assertThat(one.chain().root().id()).isNotEqualTo(other.chain().root().id());
        }
    }

    @Test
    void speedAndPausesChangeNothing() throws InterruptedException {
        Scenario scenario = Scenario.of("happy-path");
        try (Play slow = new Play(scenario, 11, 2_000, InstantSource.system()).start();
                Play fast = new Play(scenario, 11, 10_000, InstantSource.system()).start()) {
            slow.pause();
            slow.step();
            long first = fast.chain().root().height() + 732_000;
            long last = first + 9_000;
            long stepped = fast.chain().awaitFinalized(last, Duration.ofSeconds(60));
            slow.speed(10_000);
            slow.resume();
            long resumed = slow.chain().awaitFinalized(last, Duration.ofSeconds(60));
            assertThat(stepped).isGreaterThan(last);
            assertThat(resumed).isGreaterThan(last);
            assertThat(ids(slow.chain(), first, last)).isEqualTo(ids(fast.chain(), first, last));
        }
    }
}
