package io.epochdesk.emulator;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardWatch;
import io.epochdesk.fault.Fault;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;

import kotlin.ranges.LongRange;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.onflow.protobuf.access.AccessAPIGrpc;
import org.onflow.sdk.Flow;
import org.onflow.sdk.FlowAccessApi;
import org.onflow.sdk.FlowEventResult;
import org.onflow.sdk.impl.FlowAccessApiImpl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Measures, on one emulator, how fast the console has the whole whiteboard, and beside it how fast
 * a sequential client reads the same messages with calls of 250 heights: flow-jvm-sdk, which asks
 * for the one event type and decodes each. The two take turns.
 *
 * <p>Arguments: how many messages, how many a transaction, how many rounds.
 */
public final class EmulatorCatchUp {

    private static final int CONTENT = 600;
    private static final int RANGE = 250;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private EmulatorCatchUp() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int messages = Integer.parseInt(args[0]);
        int each = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        try (EmulatorProcess emulator = EmulatorProcess.start();
                EpochDriver driver = new EpochDriver(emulator)) {
            long from = post(driver, messages, each);
            BoardSnapshot standing = standing(emulator);
            for (int round = 1; round <= rounds; round++) {
                Cost before = Cost.soFar();
                double own = console(emulator, standing, messages);
                Cost between = Cost.soFar();
                double sequential = sequential(emulator, from, messages);
                Cost after = Cost.soFar();
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %,d messages; console %,.0f/s (%s), sequential client %,.0f/s"
                                + " (%s), %.2f times%n",
                        round,
                        messages,
                        messages / own,
                        between.since(before),
                        messages / sequential,
                        after.since(between),
                        sequential / own);
            }
        }
    }

    private static long post(EpochDriver driver, int messages, int each) {
        driver.register(3, 9, 1);
        long from = driver.endAuction().height();
        List<FixtureNode> dealers = driver.nodes(FixtureNode.Role.CONSENSUS);
        Random random = new Random(1);
        for (int first = 0; first < messages; first += each) {
            driver.post(
                    dealers.get(first / each % dealers.size()).id(),
                    IntStream.range(first, Math.min(messages, first + each))
                            .mapToObj(_ -> content(random))
                            .toList());
        }
        return from;
    }

    private static String content(Random random) {
        byte[] data = new byte[CONTENT / 4 * 3];
        random.nextBytes(data);
        data[0] = 1;
        return "{\"Data\":\""
                + Base64.getEncoder().encodeToString(data)
                + "\",\"DKGInstanceID\":\"dkg-flow-emulator-1\",\"Signature\":\"\"}";
    }

    /** Where epoch and DKG stand, read by a console of its own. */
    private static BoardSnapshot standing(EmulatorProcess emulator) throws IOException {
        try (Console console = Console.watching(emulator, Files.createTempDirectory("catch-up"))) {
            return Awaitility.await()
                    .atMost(LONGEST)
                    .until(
                            () -> console.snapshot().current(),
                            board ->
                                    board.epoch().reading().isPresent()
                                            && board.dkg().reading().isPresent());
        }
    }

    /** Seconds from connecting to the whole board being decoded, judged and kept. */
    private static double console(EmulatorProcess emulator, BoardSnapshot standing, int messages)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("catch-up");
        Arrival arrival = new Arrival(messages);
        long began = System.nanoTime();
        try (GrpcFlowNetwork network =
                        GrpcFlowNetwork.open(
                                NetworkProfiles.through(
                                        NetworkProfiles.emulator(), emulator.address()));
                WhiteboardWatch watch = new WhiteboardWatch(network, folder, arrival)) {
            watch.tend(
                    standing.epoch().reading().orElseThrow().value(),
                    standing.dkg().reading().orElseThrow().value(),
                    network.blocks().latestSealed().height());
            if (!arrival.whole.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the board did not become whole");
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /** Seconds a sequential client takes from connecting to the last message decoded. */
    private static double sequential(EmulatorProcess emulator, long from, int messages) {
        long began = System.nanoTime();
        int read = 0;
        ManagedChannel channel =
                ManagedChannelBuilder.forAddress("127.0.0.1", emulator.grpcPort())
                        .usePlaintext()
                        .maxInboundMessageSize(64 << 20)
                        .build();
        try {
            FlowAccessApi api = new FlowAccessApiImpl(AccessAPIGrpc.newBlockingStub(channel));
            String type = NetworkProfiles.emulator().eventType("FlowDKG", "BroadcastMessage");
            long tip = api.getLatestBlockHeader().getHeight();
            for (long at = from; at <= tip; at += RANGE) {
                LongRange range = new LongRange(at, Math.min(tip, at + RANGE - 1));
                for (FlowEventResult block : api.getEventsForHeightRange(type, range)) {
                    for (var event : block.getEvents()) {
                        Flow.decodeJsonCadence(event.getPayload().getBytes());
                        read++;
                    }
                }
            }
        } finally {
            channel.shutdownNow();
        }
        if (read != messages) {
            throw new IllegalStateException("the sequential client read " + read);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /**
     * Processor time, which shows what was spent also where other work shares the machine.
     *
     * @param here of this process
     * @param emulator of the emulator
     */
    private record Cost(Duration here, Duration emulator) {

        static Cost soFar() {
            return new Cost(
                    cpu(ProcessHandle.current()),
                    ProcessHandle.current()
                            .children()
                            .map(Cost::cpu)
                            .reduce(Duration.ZERO, Duration::plus));
        }

        String since(Cost before) {
            return "%.2f s here, %.2f s there"
                    .formatted(
                            here.minus(before.here).toMillis() / 1e3,
                            emulator.minus(before.emulator).toMillis() / 1e3);
        }

        private static Duration cpu(ProcessHandle process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }

    /** Waits for the board to be whole. */
    private static final class Arrival implements WhiteboardWatch.Listener {
        private final CountDownLatch whole = new CountDownLatch(1);
        private final int messages;

        Arrival(int messages) {
            this.messages = messages;
        }

        @Override
        public void board(Whiteboard newest, String source, @Nullable Fault trouble) {
            if (newest.entries().size() >= messages) {
                whole.countDown();
            }
        }

        @Override
        public void trouble(Fault fault) {
            System.err.println(fault);
        }

        @Override
        public void chainMoved() {
            // Only the board is looked at here.
        }

        @Override
        public void moreToRead() {
            // Nothing more is wanted here.
        }
    }
}
