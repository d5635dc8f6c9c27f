package io.epochdesk.dkg;

import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSecretKey;
import io.epochdesk.bls.BoardContent;
import io.epochdesk.bls.Dealer;
import io.epochdesk.bls.DkgInstance;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The review of a mainnet-sized board as the live board makes it: 110 consensus nodes, 110 vectors
 * of 55 points, 6,050 in all; reading, signatures, group checks, judgement and all 111 keys.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class ReviewBenchmark {

    private static final int NODES = 110;
    private static final long START = 1_000;
    private static final PhaseEnds ENDS = new PhaseEnds(10_000, 20_000, 30_000);

    private final DkgInstance instance = new DkgInstance("dkg-flow-mainnet-1", NODES);
    private final List<String> committee = new ArrayList<>();
    private final Map<String, BlsPublicKey> keys = new HashMap<>();
    private final List<String> contents = new ArrayList<>();
    private Whiteboard whole = Whiteboard.empty();
    private Whiteboard butLast = Whiteboard.empty();

    /** Deals. */
    @Setup
    public void deal() {
        List<WhiteboardEntry> entries = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            BlsSecretKey secret = BlsSecretKey.fromSeed(seed(i));
            String node = "%064x".formatted(i);
            committee.add(node);
            keys.put(node, secret.publicKey());
            byte[] data = Dealer.fromSeed(seed(1000 + i), instance).vectorData();
            String content = BoardContent.signed(data, instance.id(), secret).json();
            contents.add(content);
            entries.add(
                    new WhiteboardEntry(
                            i,
                            node,
                            MessageKind.VERIFICATION_VECTOR,
                            -1,
                            data.length,
                            data.length,
                            instance.id(),
                            Set.of(),
                            content.length(),
                            new WhiteboardEntry.Origin(START + i, "")));
        }
        whole = board(entries);
        butLast = board(entries.subList(0, NODES - 1));
    }

    private Whiteboard board(List<WhiteboardEntry> entries) {
        return new Whiteboard(
                1,
                instance.id(),
                START,
                START,
                START + 500,
                List.copyOf(entries),
                WhiteboardTally.empty(),
                contents::get);
    }

    private DkgState state() {
        return new DkgState(
                true,
                committee,
                DkgState.Order.CANONICAL,
                instance.threshold(),
                77,
                List.of(),
                false,
                DkgState.Standing.CURRENT);
    }

    private static byte[] seed(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        seed[1] = (byte) (number >>> 8);
        return seed;
    }

    /** The whole board, as when the console is started in mid-setup. */
    @Benchmark
    public Optional<DkgReview> fromScratch() {
        return new BoardReviewer().review(whole, state(), ENDS, keys);
    }

    /** A reviewer that knows all messages but the last. */
    @State(Scope.Thread)
    public static class Knowing {
        private BoardReviewer reviewer = new BoardReviewer();

        /** Reviews what came before. */
        @Setup(Level.Invocation)
        public void reviewTheRest(ReviewBenchmark benchmark) {
            reviewer = new BoardReviewer();
            reviewer.review(benchmark.butLast, benchmark.state(), ENDS, benchmark.keys);
        }
    }

    /** One more message: from its text to the new keys. */
    @Benchmark
    public Optional<DkgReview> afterOneMoreMessage(Knowing knowing) {
        return knowing.reviewer.review(whole, state(), ENDS, keys);
    }
}
