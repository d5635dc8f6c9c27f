package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.emulator.EmulatorOptions;
import io.epochdesk.emulator.EmulatorProcess;
import io.epochdesk.emulator.EmulatorProcess.Chain;
import io.epochdesk.emulator.EpochDriver;
import io.epochdesk.emulator.RequiresEmulator;
import io.epochdesk.live.LatestValue;
import io.epochdesk.network.Connection;
import io.epochdesk.network.Connection.State;
import io.epochdesk.network.EventSource;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.parallel.BesideOthers;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.access.AccessAPIGrpc;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Everything that can happen to the line or the node, against a real emulator: the connection says
 * so within five seconds, comes back by itself, and the followed events are the chain's, each once.
 */
@RequiresEmulator
@BesideOthers
@Timeout(120)
class ReconnectTest {

    private static final String ACCOUNT_CREATED = "flow.AccountCreated";
    private static final Duration SAID_WITHIN = Duration.ofSeconds(5);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(20);

    private static @Nullable EmulatorProcess shared;

    /** For what happens to the line alone. */
    private static synchronized EmulatorProcess shared() {
        if (shared == null) {
            shared = EmulatorProcess.start();
        }
        return shared;
    }

    @AfterAll
    static void end() {
        if (shared != null) {
            shared.close();
        }
    }

    @Test
    void aKilledEmulatorThatKeepsItsChainIsTakenUpWhereItWasLeft() {
        try (EmulatorProcess emulator = EmulatorProcess.start(EmulatorOptions.fresh().kept());
                GrpcFlowNetwork network = GrpcFlowNetwork.open(through(emulator.grpcPort()))) {
            RecordingFollower follower = new RecordingFollower();
            create(emulator, 3);
            try (EventSource.Subscription _ = follow(network, follower)) {
                awaitAll(emulator, follower);
                emulator.kill();
                said(network, State.LOST, "NET-101");
                emulator.restart(Chain.KEPT);
                create(emulator, 3);
                back(network, State.CONNECTED);
                awaitAll(emulator, follower);
                assertThat(identityEra(network)).isZero();
                assertThat(follower.otherChains()).isZero();
            }
        }
    }

    @Test
    void aFreshChainAfterARestartIsAnotherChain() {
        try (EmulatorProcess emulator = EmulatorProcess.start();
                GrpcFlowNetwork network = GrpcFlowNetwork.open(through(emulator.grpcPort()))) {
            RecordingFollower first = new RecordingFollower();
            RecordingFollower second = new RecordingFollower();
            create(emulator, 4);
            try (EventSource.Subscription _ = follow(network, first)) {
                awaitAll(emulator, first);
                emulator.restart(Chain.FRESH);
                saidAnotherChain(network);
                await().atMost(SAID_WITHIN).until(() -> first.otherChains() == 1);
                back(network, State.CONNECTED);
                assertThat(identityEra(network)).isEqualTo(1);
                try (EventSource.Subscription _ = follow(network, second)) {
                    create(emulator, 2);
                    awaitAll(emulator, second);
                }
            }
            assertThat(first.otherChains()).isEqualTo(1);
            assertThat(first.breaches()).isEmpty();
        }
    }

    @Test
    void aFreshChainThatHasOutgrownTheOldOneIsStillAnotherChain() {
        try (EmulatorProcess emulator = EmulatorProcess.start();
                GrpcFlowNetwork network = GrpcFlowNetwork.open(through(emulator.grpcPort()))) {
            RecordingFollower first = new RecordingFollower();
            create(emulator, 2);
            try (EventSource.Subscription _ = follow(network, first);
                    TcpProxy _ = new TcpProxy(emulator.grpcPort())) {
                awaitAll(emulator, first);
                emulator.kill();
                said(network, State.LOST, "NET-101");
                AtomicLong heardAt = new AtomicLong();
                try (LatestValue.Subscription _ =
                        network.connection()
                                .subscribe(
                                        now -> {
                                            if (isAnotherChain(now)) {
                                                heardAt.compareAndSet(0, System.nanoTime());
                                            }
                                        })) {
                    emulator.restart(Chain.FRESH);
                    long answering = System.nanoTime();
                    create(emulator, 5);
                    await().atMost(SAID_WITHIN).until(() -> first.otherChains() == 1);
                    assertThat(Duration.ofNanos(heardAt.get() - answering)).isLessThan(SAID_WITHIN);
                }
                back(network, State.CONNECTED);
                assertThat(identityEra(network)).isEqualTo(1);
            }
        }
    }

    @Test
    void aFrozenEmulatorIsFoundOutAndTakenUpAgain() {
        try (EmulatorProcess emulator = EmulatorProcess.start();
                GrpcFlowNetwork network = GrpcFlowNetwork.open(through(emulator.grpcPort()))) {
            RecordingFollower follower = new RecordingFollower();
            create(emulator, 2);
            try (EventSource.Subscription _ = follow(network, follower)) {
                awaitAll(emulator, follower);
                emulator.freeze();
                said(network, State.LOST, "NET-103");
                emulator.resume();
                create(emulator, 2);
                back(network, State.CONNECTED);
                awaitAll(emulator, follower);
            }
        }
    }

    @Test
    void aSlowLineIsNoLostLine() {
        try (TcpProxy proxy = new TcpProxy(shared().grpcPort());
                GrpcFlowNetwork network = GrpcFlowNetwork.open(through(proxy.port()))) {
            RecordingFollower follower = new RecordingFollower();
            try (EventSource.Subscription _ = follow(network, follower)) {
                create(shared(), 2);
                awaitAll(shared(), follower);
                Set<State> heard = ConcurrentHashMap.newKeySet();
                try (LatestValue.Subscription _ =
                        network.connection().subscribe(now -> heard.add(now.state()))) {
                    proxy.slow(Duration.ofMillis(300));
                    create(shared(), 3);
                    awaitAll(shared(), follower);
                }
                assertThat(heard).as("a slow line is no lost line").containsOnly(State.CONNECTED);
                proxy.slow(Duration.ZERO);
                create(shared(), 1);
                awaitAll(shared(), follower);
            }
        }
    }

    @Test
    void aLineThatIsTooSlowToAnswerIsSaidToBeLost() {
        try (TcpProxy proxy = new TcpProxy(shared().grpcPort());
                GrpcFlowNetwork network = GrpcFlowNetwork.open(through(proxy.port()))) {
            back(network, State.CONNECTED);
            proxy.slow(Duration.ofSeconds(4));
            said(network, State.LOST, "NET-103");
            proxy.slow(Duration.ZERO);
            back(network, State.CONNECTED);
        }
    }

    @Test
    void aFrozenLineIsFoundOutAndTakenUpAgain() {
        try (TcpProxy proxy = new TcpProxy(shared().grpcPort());
                GrpcFlowNetwork network = GrpcFlowNetwork.open(through(proxy.port()))) {
            RecordingFollower follower = new RecordingFollower();
            try (EventSource.Subscription _ = follow(network, follower)) {
                create(shared(), 2);
                awaitAll(shared(), follower);
                proxy.freeze();
                said(network, State.LOST, "NET-103");
                create(shared(), 3);
                proxy.thaw();
                back(network, State.CONNECTED);
                awaitAll(shared(), follower);
            }
        }
    }

    @Test
    void aLineCutMidStreamLosesNothing() {
        try (TcpProxy proxy = new TcpProxy(shared().grpcPort());
                GrpcFlowNetwork network = GrpcFlowNetwork.open(through(proxy.port()))) {
            RecordingFollower follower = new RecordingFollower();
            try (EventSource.Subscription _ = follow(network, follower)) {
                for (int i = 0; i < 5; i++) {
                    create(shared(), 2);
                    proxy.cut();
                }
                create(shared(), 2);
                // a cut line is mended at once: there is nothing to say, and nothing to wait for
                awaitAll(shared(), follower, SAID_WITHIN);
                back(network, State.CONNECTED);
            }
        }
    }

    @Test
    void aLineThatTakesNoConnectionsIsSaidToBeLost() {
        try (TcpProxy proxy = new TcpProxy(shared().grpcPort());
                GrpcFlowNetwork network = GrpcFlowNetwork.open(through(proxy.port()))) {
            back(network, State.CONNECTED);
            proxy.refuse(true);
            proxy.cut();
            said(network, State.LOST, "NET-101");
            // It hangs up on every further attempt; having answered once, it is still no stranger.
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> isUnreachable(network.connection().current()));
            proxy.refuse(false);
            back(network, State.CONNECTED);
        }
    }

    @Test
    void aSecondNodeOfTheSameChainTakesOverAndThePreferredOneIsTakenBack() {
        try (TcpProxy preferred = new TcpProxy(shared().grpcPort());
                TcpProxy second = new TcpProxy(shared().grpcPort());
                GrpcFlowNetwork network =
                        GrpcFlowNetwork.open(through(preferred.port(), second.port()))) {
            RecordingFollower follower = new RecordingFollower();
            try (EventSource.Subscription _ = follow(network, follower)) {
                create(shared(), 2);
                awaitAll(shared(), follower);
                assertThat(second.accepted()).isZero();
                preferred.freeze();
                said(network, State.FAILED_OVER, "NET-103");
                create(shared(), 2);
                awaitAll(shared(), follower);
                preferred.thaw();
                back(network, State.CONNECTED);
                create(shared(), 2);
                awaitAll(shared(), follower);
                assertThat(identityEra(network)).isZero();
                assertThat(follower.otherChains()).isZero();
            }
        }
    }

    @Test
    void aSecondNodeOfAnotherChainIsNeverUsed() {
        try (EmulatorProcess emulator = EmulatorProcess.start();
                EmulatorProcess stranger = EmulatorProcess.start();
                TcpProxy preferred = new TcpProxy(emulator.grpcPort());
                GrpcFlowNetwork network =
                        GrpcFlowNetwork.open(through(preferred.port(), stranger.grpcPort()))) {
            RecordingFollower follower = new RecordingFollower();
            create(stranger, 6);
            create(emulator, 2);
            try (EventSource.Subscription _ = follow(network, follower)) {
                awaitAll(emulator, follower);
                preferred.freeze();
                said(network, State.LOST, "NET-103");
                await().atMost(BACK_WITHIN)
                        .until(
                                () -> network.connection().current().fault(),
                                fault ->
                                        fault != null
                                                && fault.code().equals("NET-131")
                                                && fault.detail().contains("NET-103")
                                                && fault.detail().contains("CHN-302"));
                assertThat(network.connection().current().state()).isEqualTo(State.LOST);
                create(emulator, 2);
                preferred.thaw();
                back(network, State.CONNECTED);
                awaitAll(emulator, follower);
                assertThat(identityEra(network)).isZero();
                assertThat(follower.otherChains()).isZero();
            }
        }
    }

    private static NetworkProfile through(Integer... ports) {
        return NetworkProfiles.emulator()
                .withNodes(
                        Arrays.stream(ports)
                                .map(port -> NetworkProfiles.accessNode("127.0.0.1:" + port))
                                .toList());
    }

    private static EventSource.Subscription follow(
            GrpcFlowNetwork network, RecordingFollower follower) {
        return network.events().follow(Set.of(ACCOUNT_CREATED), 0, follower);
    }

    private static void create(EmulatorProcess emulator, int accounts) {
        try (EpochDriver driver = new EpochDriver(emulator)) {
            for (int i = 0; i < accounts; i++) {
                driver.createAccount();
            }
        }
    }

    private static void said(GrpcFlowNetwork network, State state, String code) {
        await().atMost(SAID_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> network.connection().current(),
                        (Predicate<Connection>)
                                now ->
                                        now.state() == state
                                                && now.fault() != null
                                                && now.fault().code().equals(code));
    }

    private static boolean isUnreachable(Connection now) {
        return now.fault() != null && now.fault().code().equals("NET-101");
    }

    private static void saidAnotherChain(GrpcFlowNetwork network) {
        await().atMost(SAID_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> isAnotherChain(network.connection().current()));
    }

    private static boolean isAnotherChain(Connection now) {
        return now.state() == State.CONNECTING
                && now.fault() != null
                && now.fault().code().startsWith("CHN-30");
    }

    private static void back(GrpcFlowNetwork network, State state) {
        await().atMost(BACK_WITHIN)
                .until(() -> network.connection().current(), now -> now.state() == state);
    }

    private static long identityEra(GrpcFlowNetwork network) {
        return Objects.requireNonNull(network.connection().current().identity()).era();
    }

    /**
     * What was followed is what the chain has, told apart from what is under test by one plain
     * call.
     */
    private static void awaitAll(EmulatorProcess emulator, RecordingFollower follower) {
        awaitAll(emulator, follower, BACK_WITHIN);
    }

    private static void awaitAll(
            EmulatorProcess emulator, RecordingFollower follower, Duration within) {
        List<String> chain = eventsOf(emulator);
        await().atMost(within).untilAsserted(() -> assertThat(follower.names()).isEqualTo(chain));
        assertThat(follower.breaches()).isEmpty();
    }

    private static List<String> eventsOf(EmulatorProcess emulator) {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", emulator.grpcPort())
                        .usePlaintext()
                        .build();
        try {
            AccessAPIGrpc.AccessAPIBlockingStub node = AccessAPIGrpc.newBlockingStub(channel);
            long tip =
                    node.getLatestBlockHeader(
                                    Access.GetLatestBlockHeaderRequest.newBuilder()
                                            .setIsSealed(true)
                                            .build())
                            .getBlock()
                            .getHeight();
            return node
                    .getEventsForHeightRange(
                            Access.GetEventsForHeightRangeRequest.newBuilder()
                                    .setType(ACCOUNT_CREATED)
                                    .setStartHeight(0)
                                    .setEndHeight(tip)
                                    .build())
                    .getResultsList()
                    .stream()
                    .flatMap(
                            block ->
                                    block.getEventsList().stream()
                                            .map(
                                                    event ->
                                                            block.getBlockHeight()
                                                                    + "/"
                                                                    + event.getTransactionIndex()
                                                                    + "/"
                                                                    + event.getEventIndex()
                                                                    + " "
                                                                    + Answers.hex(
                                                                            event
                                                                                    .getTransactionId())))
                    .toList();
        } finally {
            channel.shutdownNow();
        }
    }
}
