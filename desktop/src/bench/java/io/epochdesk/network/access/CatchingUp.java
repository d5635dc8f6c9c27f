package io.epochdesk.network.access;

import io.epochdesk.board.Recorded;
import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.CcfEncoder;
import io.epochdesk.cadence.CompositeKind;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.dkg.WhiteboardWatch;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fault.Fault;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;

import org.jspecify.annotations.Nullable;
import org.onflow.protobuf.entities.EventOuterClass.Event;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Measures how fast a whiteboard is caught up on: a loopback access node in a process of its own
 * serves it, a network follows it from the beginning of setup, every message is decoded, judged and
 * kept, and the whole board is looked over at the end.
 *
 * <p>Arguments: how many messages, bytes of content of each, how many rounds, and {@code json} for
 * a node that tells events as JSON-Cadence to everybody; or {@code serve}, how many, how large and
 * in which form, for another client.
 */
public final class CatchingUp {

    private static final String SERVE = "serve";
    private static final String JSON = "json";
    private static final String PORT = "port ";

    private static final int MESSAGES_A_BLOCK = 10;
    private static final int RANGE = 250;
    private static final int NODES = 100;
    private static final long SEED = 20_261_124;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private CatchingUp() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals(SERVE)) {
            serve(
                    Integer.parseInt(args[1]),
                    Integer.parseInt(args[2]),
                    args.length > 3 && args[3].equals(JSON));
            return;
        }
        int messages = Integer.parseInt(args[0]);
        int size = Integer.parseInt(args[1]);
        Process server = server(args);
        try (BufferedReader said = server.inputReader()) {
            int port = port(said);
            for (int round = 1; round <= Integer.parseInt(args[2]); round++) {
                measure(round, port, messages, size);
            }
        } finally {
            server.destroy();
        }
    }

    private static Process server(String[] args) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx4g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CatchingUp.class.getName(),
                        SERVE,
                        args[0],
                        args[1],
                        args.length > 3 ? args[3] : "ccf")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int port(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(PORT)) {
                return Integer.parseInt(line.substring(PORT.length()));
            }
        }
        throw new IOException("the server ended before it served");
    }

    private static void serve(int messages, int size, boolean json) throws IOException {
        NetworkProfile profile = NetworkProfiles.emulator();
        LoopbackChain chain = new LoopbackChain("catching up", profile.chain().value());
        chain.seal(LoopbackChain.event(profile.eventType("FlowDKG", "StartDKG"), started(profile)));
        String type = profile.eventType("FlowDKG", "BroadcastMessage");
        for (int first = 0; first < messages; first += MESSAGES_A_BLOCK) {
            Event[] block = new Event[Math.min(MESSAGES_A_BLOCK, messages - first)];
            for (int i = 0; i < block.length; i++) {
                CadenceValue event = posted(type, first + i, size);
                block[i] =
                        LoopbackChain.event(
                                type,
                                json ? CadenceEncoder.encode(event) : CcfEncoder.encode(event));
            }
            chain.seal(block);
        }
        try (LoopbackAccessNode node = LoopbackAccessNode.serving(chain)) {
            node.answerScripts(
                    request -> answer(request.script()).getBytes(StandardCharsets.UTF_8));
            warmUp(node, type, chain.latest().header().getHeight());
            System.out.println(PORT + node.port());
            // Serves until it is ended by the one who measures.
            int end = System.in.read();
            if (end >= 0) {
                throw new IOException("nothing was to be said to the server");
            }
        }
    }

    /** A node is asked that has been running: what it does is compiled before anybody is timed. */
    private static void warmUp(LoopbackAccessNode node, String type, long tip) {
        try (NodeClient client = new NodeClient(node.node("itself"), 64 << 20, Deadlines.USUAL)) {
            for (int round = 0; round < 5; round++) {
                for (long from = 0; from <= tip; from += RANGE) {
                    client.events(type, from, Math.min(tip, from + RANGE - 1), EventForm.CCF);
                }
            }
        }
    }

    /** What a real emulator answered during a setup, for whoever asks more than the whiteboard. */
    private static String answer(String script) {
        String name =
                script.contains("BoardAnswer")
                        ? "board"
                        : script.contains("WhiteboardAnswer")
                                ? "whiteboard"
                                : script.contains("DkgAnswer") ? "dkg" : "metadata";
        return Recorded.json(Recorded.SUBMISSIONS, name);
    }

    private static void measure(int round, int port, int messages, int size)
            throws InterruptedException {
        Arrival arrival = new Arrival(messages);
        NetworkProfile profile =
                NetworkProfiles.through(NetworkProfiles.emulator(), "127.0.0.1:" + port);
        long began = System.nanoTime();
        long cpuBefore = cpu();
        try (GrpcFlowNetwork network = GrpcFlowNetwork.open(profile);
                WhiteboardWatch watch =
                        new WhiteboardWatch(
                                network, Path.of(System.getProperty("java.io.tmpdir")), arrival)) {
            long tip = network.blocks().latestSealed().height();
            watch.tend(epoch(), dkg(), tip);
            if (!arrival.whole.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "only " + arrival.board.entries().size() + " messages came");
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            double ownCpu = (cpu() - cpuBefore) / 1e9;
            check(arrival.board, messages, size);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %,d messages of %,d bytes in %.2f s: %,.0f messages/s, %.2f s of"
                            + " processor time here%n",
                    round,
                    messages,
                    size,
                    seconds,
                    messages / seconds,
                    ownCpu);
        }
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    private static void check(Whiteboard board, int messages, int size) {
        List<WhiteboardEntry> entries = board.entries();
        require(entries.size() == messages, entries.size() + " messages");
        for (int i = 0; i < messages; i++) {
            WhiteboardEntry entry = entries.get(i);
            require(
                    entry.position() == i && entry.kind() == MessageKind.VERIFICATION_VECTOR,
                    "entry " + entry);
            require(entry.origin().height() == 2 + i / MESSAGES_A_BLOCK, "height of " + entry);
            if (i % 97 == 0) {
                require(content(i, size).equals(board.contents().contentOf(i)), "content of " + i);
            }
        }
    }

    private static void require(boolean fact, String otherwise) {
        if (!fact) {
            throw new IllegalStateException("the board is not the chain's: " + otherwise);
        }
    }

    private static EpochState epoch() {
        return new EpochState(
                0,
                EpochPhase.EPOCH_SETUP,
                100,
                0,
                0,
                100_000,
                new EpochState.Config(100_000, 10, 1_000, 3),
                new EpochState.Timing(100_000, 0, 0));
    }

    private static DkgState dkg() {
        return new DkgState(
                true,
                IntStream.range(0, NODES).mapToObj(CatchingUp::nodeId).sorted().toList(),
                DkgState.Order.CANONICAL,
                49,
                49,
                List.of(),
                false,
                DkgState.Standing.CURRENT);
    }

    private static String started(NetworkProfile profile) {
        return "{\"value\":{\"id\":\""
                + profile.eventType("FlowDKG", "StartDKG")
                + "\",\"fields\":[]},\"type\":\"Event\"}\n";
    }

    private static CadenceValue posted(String type, int number, int size) {
        return CadenceValues.composite(
                CompositeKind.EVENT,
                type,
                CadenceValues.field("nodeID", CadenceValues.string(nodeId(number % NODES))),
                CadenceValues.field("content", CadenceValues.string(content(number, size))));
    }

    /**
     * As flow-go writes it; data of a verification vector that makes the content about this long.
     */
    private static String content(int number, int size) {
        Random random = new Random(SEED + number);
        byte[] signature = new byte[48];
        random.nextBytes(signature);
        String end =
                "\",\"DKGInstanceID\":\"dkg-flow-emulator-1\",\"Signature\":\""
                        + Base64.getEncoder().encodeToString(signature)
                        + "\"}";
        byte[] data = new byte[Math.max(1, (size - 9 - end.length()) / 4 * 3)];
        random.nextBytes(data);
        data[0] = 1;
        return "{\"Data\":\"" + Base64.getEncoder().encodeToString(data) + end;
    }

    private static String nodeId(int index) {
        byte[] id = new byte[32];
        new Random(SEED - index).nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** Waits for the board to be whole. */
    private static final class Arrival implements WhiteboardWatch.Listener {
        private final CountDownLatch whole = new CountDownLatch(1);
        private final int messages;
        private volatile Whiteboard board = Whiteboard.empty();

        Arrival(int messages) {
            this.messages = messages;
        }

        @Override
        public void board(Whiteboard newest, String source, @Nullable Fault trouble) {
            board = newest;
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
