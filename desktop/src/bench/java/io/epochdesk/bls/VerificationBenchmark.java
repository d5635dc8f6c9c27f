package io.epochdesk.bls;

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
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Votes and a mainnet-sized key generation, checked as the console checks them. 120 votes are in
 * four clusters; signatures are read from their bytes, keys are kept. The board is that of 110
 * nodes: 110 vectors of 55 points, 6,050 in all.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class VerificationBenchmark {

    private static final int VOTES = 120;
    private static final int CLUSTERS = 4;
    private static final int NODES = 110;

    private final DkgInstance instance = new DkgInstance("dkg-flow-mainnet-1", NODES);
    private final List<BlsPublicKey> keys = new ArrayList<>();
    private final List<byte[]> votes = new ArrayList<>();
    private final List<BoardPost> board = new ArrayList<>();
    private final SignatureBatch batch = new SignatureBatch();
    private byte[] invalid = new byte[0];
    private List<CheckedPost> checkedButLast = List.of();

    /** Makes the votes and the board. */
    @Setup
    public void prepare() {
        for (int i = 0; i < VOTES; i++) {
            BlsSecretKey secret = BlsSecretKey.fromSeed(seed(i));
            keys.add(secret.publicKey());
            votes.add(secret.sign(message(i), DomainTag.COLLECTOR_VOTE).encoded());
        }
        invalid = votes.get(1);
        for (int i = 0; i < NODES; i++) {
            BlsSecretKey secret = BlsSecretKey.fromSeed(seed(i));
            byte[] data = Dealer.fromSeed(seed(1000 + i), instance).vectorData();
            String content = BoardContent.signed(data, instance.id(), secret).json();
            board.add(new BoardPost(i, i, content));
        }
    }

    private static byte[] seed(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        seed[1] = (byte) (number >>> 8);
        return seed;
    }

    private static byte[] message(int vote) {
        byte[] message = new byte[64];
        message[0] = (byte) (vote % CLUSTERS);
        return message;
    }

    /** 120 votes together, all valid; on all processors. */
    @Benchmark
    public BitSet votesInOneBatch() throws BadEncodingException {
        return batch.invalid(claims(-1));
    }

    /** 120 votes together, one of them invalid and named; on all processors. */
    @Benchmark
    public BitSet votesWithOneInvalid() throws BadEncodingException {
        return batch.invalid(claims(77));
    }

    /** 120 votes one by one; on one processor. */
    @Benchmark
    public int votesOneByOne() throws BadEncodingException {
        int valid = 0;
        for (SignedMessage claim : claims(-1)) {
            valid += claim.holds() ? 1 : 0;
        }
        return valid;
    }

    private List<SignedMessage> claims(int wrong) throws BadEncodingException {
        List<SignedMessage> claims = new ArrayList<>(VOTES);
        for (int i = 0; i < VOTES; i++) {
            BlsSignature signature = BlsSignature.decode(i == wrong ? invalid : votes.get(i));
            claims.add(
                    new SignedMessage(
                            keys.get(i), message(i), DomainTag.COLLECTOR_VOTE, signature));
        }
        return claims;
    }

    /** The whole board from its texts: signatures, group checks, keys; on all processors. */
    @Benchmark
    public Judgement boardFromScratch() {
        DkgJudge judge = new DkgJudge(instance);
        posts(board).forEach(judge::accept);
        return judge.judgement();
    }

    private List<CheckedPost> posts(List<BoardPost> some) {
        return IntStream.range(0, some.size())
                .parallel()
                .mapToObj(i -> some.get(i).check(instance, keys.get(some.get(i).sender())))
                .toList();
    }

    /** A board of 109 vectors, judged, before each measured last one. */
    @State(Scope.Thread)
    public static class Pending {
        private DkgJudge judge = new DkgJudge(new DkgInstance("dkg-flow-mainnet-1", NODES));

        /** Judges what came before. */
        @Setup(Level.Invocation)
        public void judgeTheRest(VerificationBenchmark benchmark) {
            judge = new DkgJudge(benchmark.instance);
            benchmark.checked().forEach(judge::accept);
            judge.judgement();
        }
    }

    private List<CheckedPost> checked() {
        if (checkedButLast.isEmpty()) {
            checkedButLast = posts(board.subList(0, NODES - 1));
        }
        return checkedButLast;
    }

    /** The last vector from its text to the new keys; on all processors. */
    @Benchmark
    public Judgement oneMoreMessage(Pending pending) {
        pending.judge.accept(board.getLast().check(instance, keys.get(NODES - 1)));
        return pending.judge.judgement();
    }
}
