package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.Program;
import io.epochdesk.network.EventSource;
import io.epochdesk.network.FlowNetwork.Pace;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.RequestBudget;
import io.epochdesk.parallel.BesideOthers;
import io.grpc.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Counts what a node declared public is asked in each phase, while everything is wanted of it at
 * once.
 */
@Timeout(60)
@BesideOthers
class RequestBudgetTest {

    private static final Set<String> TYPES =
            Set.of(
                    "A.f8d6e0586b0a20c7.FlowDKG.StartDKG",
                    "A.f8d6e0586b0a20c7.FlowDKG.BroadcastMessage");
    private static final Program SCRIPT = new Program("poll", "access(all) fun main() {}");
    private static final int FASTER = 40;

    @ParameterizedTest
    @CsvSource({"CALM, 0.02, 160", "SETUP, 0.10, 100"})
    void aPublicNodeIsAskedNoMoreThanItsShare(Pace pace, double share, int seconds)
            throws Exception {
        TimeLapse time = new TimeLapse(FASTER);
        try (LoopbackAccessNode node = node();
                GrpcFlowNetwork network =
                        GrpcFlowNetwork.open(profile(node, RequestBudget.PUBLIC), time)) {
            network.pace(pace);
            network.blocks().latestSealed();
            node.resetCalls();
            long began = time.nanos();
            wantEverything(network, time, Duration.ofSeconds(seconds));
            Map<String, Long> calls = node.calls();
            double passed = (time.nanos() - began) / 1e9;

            long scripts = calls.getOrDefault("ExecuteScriptAtBlockHeight", 0L);
            long events = calls.getOrDefault("GetEventsForHeightRange", 0L);
            long others =
                    calls.values().stream().mapToLong(Long::longValue).sum() - scripts - events;
            withinShare(scripts, 5 * share, passed);
            withinShare(events, 30 * share, passed);
            withinShare(others, 100 * share, passed);
            assertThat(scripts)
                    .as("the board is still kept fresh")
                    .isGreaterThan((long) (2 * share * passed));
        }
    }

    @Test
    void anOwnNodeIsAskedWithoutRest() {
        try (LoopbackAccessNode node = node();
                GrpcFlowNetwork network =
                        GrpcFlowNetwork.open(profile(node, RequestBudget.UNLIMITED))) {
            network.blocks().latestSealed();
            long asked = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                network.scripts().run(SCRIPT, List.of());
            }

            assertThat(network.scriptInterval()).isLessThan(Duration.ofSeconds(1));
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .as("on a public host these take more than three minutes")
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    private static void withinShare(long calls, double perSecond, double seconds) {
        assertThat((double) calls)
                .isLessThanOrEqualTo(perSecond * seconds + Math.max(1, perSecond));
    }

    /** Polls by script, catches up on events from far back, and has no stream to lean on. */
    private static void wantEverything(GrpcFlowNetwork network, TimeLapse time, Duration howLong)
            throws Exception {
        RecordingFollower follower = new RecordingFollower();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                EventSource.Subscription _ = network.events().follow(TYPES, 0, follower)) {
            long end = time.nanos() + howLong.toNanos();
            Future<?> poller =
                    threads.submit(
                            () -> {
                                while (time.nanos() < end) {
                                    network.scripts().run(SCRIPT, List.of());
                                    time.sleep(network.scriptInterval());
                                }
                                return null;
                            });
            poller.get();
        }
    }

    private static LoopbackAccessNode node() {
        LoopbackChain chain = new LoopbackChain("busy", "flow-emulator");
        chain.sealEmpty(30_000);
        LoopbackAccessNode node = LoopbackAccessNode.serving(chain);
        node.fail("SubscribeBlockHeadersFromLatest", Status.UNIMPLEMENTED, 1_000);
        node.fail("SubscribeEventsFromStartHeight", Status.UNIMPLEMENTED, 1_000);
        return node;
    }

    private static NetworkProfile profile(LoopbackAccessNode node, RequestBudget budget) {
        return NetworkProfiles.emulator()
                .withNodes(List.of(node.node("public")))
                .withBudget(budget);
    }
}
