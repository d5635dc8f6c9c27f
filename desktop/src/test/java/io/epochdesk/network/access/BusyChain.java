package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A chain on which something happens in two of three blocks, and what there is to be told of it.
 */
final class BusyChain {

    static final String CHAIN = "flow-emulator";
    static final String POSTED = "A.f8d6e0586b0a20c7.FlowDKG.BroadcastMessage";
    static final String STARTED = "A.f8d6e0586b0a20c7.FlowDKG.StartDKG";
    static final Set<String> BOTH = Set.of(POSTED, STARTED);

    private static final Duration SOON = Duration.ofSeconds(10);

    private BusyChain() {}

    static LoopbackChain of(String name, int tip) {
        LoopbackChain chain = new LoopbackChain(name, CHAIN);
        grow(chain, tip);
        return chain;
    }

    static void grow(LoopbackChain chain, int blocks) {
        for (int i = 0; i < blocks; i++) {
            long height = chain.latest().header().getHeight() + 1;
            if (height % 3 == 0) {
                chain.seal();
            } else {
                chain.seal(
                        LoopbackChain.event(STARTED, "\"start " + height + "\""),
                        LoopbackChain.event(POSTED, "\"post " + height + "\""),
                        LoopbackChain.event("A.f8d6e0586b0a20c7.Other.Event", "\"other\""));
            }
        }
    }

    /** The names of all events of both types between two heights. */
    static List<String> names(LoopbackChain chain, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(chain::at)
                .flatMap(
                        block ->
                                Answers.events(
                                        block.events(),
                                        block.header().getHeight(),
                                        Answers.hex(block.header().getId()))
                                        .stream())
                .filter(event -> BOTH.contains(event.type()))
                .map(RecordingFollower::name)
                .toList();
    }

    /** Waits until a follower has been told all of a chain, and all of it once. */
    static void awaitAll(LoopbackChain chain, RecordingFollower follower) {
        long tip = chain.latest().header().getHeight();
        await().atMost(SOON).until(() -> follower.completeTo() == tip);
        assertThat(follower.names()).isEqualTo(names(chain, 0, tip));
        assertThat(follower.breaches()).isEmpty();
    }
}
