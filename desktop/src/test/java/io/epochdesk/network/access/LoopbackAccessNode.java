package io.epochdesk.network.access;

import com.google.protobuf.ByteString;

import io.epochdesk.network.AccessNode;
import io.epochdesk.network.LoopbackPorts;
import io.epochdesk.network.Transport;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.stub.ServerCallStreamObserver;

import org.jspecify.annotations.Nullable;
import org.onflow.protobuf.access.Access.TransactionResultResponse;
import org.onflow.protobuf.entities.AccountOuterClass.Account;
import org.onflow.protobuf.entities.EventOuterClass.Event;
import org.onflow.protobuf.entities.EventOuterClass.EventEncodingVersion;
import org.onflow.protobuf.entities.TransactionOuterClass.Transaction;
import org.onflow.protobuf.entities.TransactionOuterClass.TransactionStatus;
import org.onflow.sdk.FlowTransaction;
import org.onflow.sdk.FlowTransactionSignature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * An access node on this machine that does as a test tells it: serves a {@link LoopbackChain},
 * answers scripts by a function, streams headers and events, throttles, fails, freezes, slows down,
 * is cut off and comes back on the same port, with or without TLS. Every call is counted by name.
 */
public final class LoopbackAccessNode implements AutoCloseable {

    private final LoopbackBehaviour behaviour = new LoopbackBehaviour();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<LoopbackStream<?>> streams = new CopyOnWriteArrayList<>();
    private final List<Transaction> transactions = new CopyOnWriteArrayList<>();
    private final Map<ByteString, TransactionResultResponse> results = new ConcurrentHashMap<>();
    private final @Nullable SslContext tls;
    private volatile LoopbackChain chain;
    private volatile ScriptAnswers scripts =
            _ -> "{\"type\":\"Void\"}".getBytes(StandardCharsets.UTF_8);
    private volatile Function<Account.Builder, Account> accounts = Account.Builder::build;
    private volatile UnaryOperator<TransactionResultResponse.Builder> outcome =
            UnaryOperator.identity();
    private volatile int largestEventRange = 250;
    private volatile long keptFrom;
    private volatile long streamedFrom;
    private volatile long ahead;
    private volatile boolean ccfRefused;
    private volatile UnaryOperator<Event> ccf = UnaryOperator.identity();
    private final AtomicInteger ccfAsked = new AtomicInteger();
    private final int port;
    private Server server;

    /** A script as the node was asked. */
    public record ScriptRequest(long height, String script, List<String> arguments) {}

    /** Answers scripts; may throw {@code Status….asRuntimeException()}. */
    public interface ScriptAnswers {
        byte[] answer(ScriptRequest request);
    }

    private LoopbackAccessNode(LoopbackChain chain, @Nullable SslContext tls) {
        this.chain = chain;
        this.tls = tls;
        this.port = LoopbackPorts.unused();
        this.server = started(port);
    }

    /** A node without TLS on a free port. */
    public static LoopbackAccessNode serving(LoopbackChain chain) {
        return new LoopbackAccessNode(chain, null);
    }

    /** A node with TLS on a free port. */
    public static LoopbackAccessNode serving(LoopbackChain chain, SslContext tls) {
        return new LoopbackAccessNode(chain, tls);
    }

    private Server started(int wanted) {
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted))
                        .executor(executor)
                        .maxInboundMessageSize(4 << 20)
                        .intercept(behaviour)
                        .addService(new LoopbackAccessApi(this))
                        .addService(new LoopbackExecutionDataApi(this));
        if (tls != null) {
            builder.sslContext(tls);
        }
        try {
            return builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException("no loopback port", e);
        }
    }

    /** The port it listens on; it stays the same when it comes back. */
    public int port() {
        return port;
    }

    /** How to reach it without TLS. */
    public AccessNode node(String name) {
        return node(name, new Transport.Plaintext());
    }

    /** How to reach it. */
    public AccessNode node(String name, Transport transport) {
        return new AccessNode(name, "127.0.0.1", port(), transport);
    }

    /** The chain it serves. */
    public LoopbackChain chain() {
        return chain;
    }

    /** Serves another chain from now on; open streams stay with the old one. */
    public void serve(LoopbackChain other) {
        chain = other;
    }

    /** Answers scripts like this from now on. */
    public void answerScripts(ScriptAnswers answers) {
        scripts = answers;
    }

    /** Answers questions for accounts like this from now on; the builder holds the address. */
    public void answerAccounts(Function<Account.Builder, Account> answers) {
        accounts = answers;
    }

    /**
     * Changes the outcome of transactions sent from now on; without it all are sealed and succeed.
     */
    public void decideTransactions(UnaryOperator<TransactionResultResponse.Builder> change) {
        outcome = change;
    }

    /** No longer has headers and events of heights below this, but for the root's header. */
    public void keepFrom(long height) {
        keptFrom = height;
        streamedFrom = height;
    }

    /** Streams no events of heights below this, though it has them. */
    public void streamFrom(long height) {
        streamedFrom = height;
    }

    /** Its event streams speak of so many heights that are yet to come. */
    public void streamAhead(long heights) {
        ahead = heights;
    }

    /** Refuses questions for events as CCF. */
    public void refuseCcf() {
        ccfRefused = true;
    }

    /**
     * Tells events like this to whoever asks for CCF; until then it tells them as JSON-Cadence all
     * the same.
     */
    public void tellAsCcf(UnaryOperator<Event> form) {
        ccf = form;
    }

    /** How often a range of events was asked for as CCF. */
    public int ccfAsked() {
        return ccfAsked.get();
    }

    /** How many heights one question for events may span; 250 unless told. */
    public void limitEventRange(int heights) {
        largestEventRange = heights;
    }

    /** The next calls of this name (or of any, for an empty one) end in this status. */
    public void fail(String call, Status status, int times) {
        behaviour.fail(call, status, times);
    }

    /** The next calls are refused as too many. */
    public void throttle(int times) {
        fail("", Status.RESOURCE_EXHAUSTED.withDescription("rate limit exceeded"), times);
    }

    /** No further call fails. */
    public void recover() {
        behaviour.recover();
    }

    /** Takes calls and never answers; streams stand still. */
    public void freeze() {
        behaviour.freeze(true);
    }

    /** Answers again, and streams what was held back. */
    public void thaw() {
        behaviour.freeze(false);
        streams.forEach(LoopbackStream::pumpLater);
    }

    /** Waits so long before each answer. */
    public void slow(Duration each) {
        behaviour.delay(each);
    }

    /** Ends all open streams with this status; OK ends them in good order. */
    public void endStreams(Status status) {
        streams.forEach(stream -> stream.end(status));
    }

    /** How many streams are open. */
    public long openStreams() {
        return streams.stream().filter(LoopbackStream::isOpen).count();
    }

    /** How many messages all streams together have sent. */
    public long messagesSent() {
        return streams.stream().mapToLong(LoopbackStream::sent).sum();
    }

    /** Breaks all connections and stops listening. */
    public void stop() {
        server.shutdownNow();
        try {
            server.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens again on the same port. */
    public void restart() {
        stop();
        server = started(port);
    }

    /** How often a call of this bare name was made. */
    public long calls(String name) {
        return behaviour.count(name);
    }

    /** How often each call was made. */
    public Map<String, Long> calls() {
        return behaviour.counts();
    }

    /** Counts from zero again. */
    public void resetCalls() {
        behaviour.resetCounts();
    }

    /** All transactions received. */
    public List<Transaction> transactions() {
        return List.copyOf(transactions);
    }

    ScriptAnswers scripts() {
        return scripts;
    }

    Function<Account.Builder, Account> accounts() {
        return accounts;
    }

    boolean has(long height) {
        return (height >= keptFrom || height == chain.rootHeight()) && chain.has(height);
    }

    long keptFrom() {
        return keptFrom;
    }

    long streamedFrom() {
        return streamedFrom;
    }

    long ahead() {
        return ahead;
    }

    /**
     * The events as they are told in this form.
     *
     * @throws io.grpc.StatusRuntimeException when it is refused
     */
    UnaryOperator<Event> form(EventEncodingVersion asked) {
        if (asked != EventEncodingVersion.CCF_V0) {
            return UnaryOperator.identity();
        }
        ccfAsked.incrementAndGet();
        if (ccfRefused) {
            throw Status.INVALID_ARGUMENT
                    .withDescription("event encoding version CCF_V0 is not supported")
                    .asRuntimeException();
        }
        return ccf;
    }

    int largestEventRange() {
        return largestEventRange;
    }

    ByteString accept(Transaction transaction) {
        transactions.add(transaction);
        LoopbackChain.Block block = chain.seal();
        ByteString id = idOf(transaction);
        results.put(
                id,
                outcome.apply(
                                TransactionResultResponse.newBuilder()
                                        .setStatus(TransactionStatus.SEALED)
                                        .setTransactionId(id)
                                        .setBlockId(block.header().getId())
                                        .setBlockHeight(block.header().getHeight()))
                        .build());
        return id;
    }

    TransactionResultResponse result(ByteString id) {
        TransactionResultResponse result = results.get(id);
        return result == null
                ? TransactionResultResponse.newBuilder()
                        .setStatus(TransactionStatus.PENDING)
                        .build()
                : result;
    }

    <A> void open(
            ServerCallStreamObserver<A> client,
            long from,
            Function<LoopbackChain.Block, @Nullable A> message) {
        LoopbackStream<A> stream =
                new LoopbackStream<>(chain, client, from, message, behaviour::isFrozen, executor);
        streams.add(stream);
        stream.start();
    }

    @Override
    public void close() {
        stop();
        executor.close();
    }

    /**
     * The transactions of these tests are signed by one account, whose place among the signers is
     * 0.
     */
    private static ByteString idOf(Transaction transaction) {
        FlowTransaction sent = FlowTransaction.of(transaction);
        List<FlowTransactionSignature> signatures =
                sent.getEnvelopeSignatures().stream()
                        .map(
                                s ->
                                        new FlowTransactionSignature(
                                                s.getAddress(),
                                                0,
                                                s.getKeyIndex(),
                                                s.getSignature()))
                        .toList();
        return Answers.bytes(
                SignedForm.id(
                        new FlowTransaction(
                                sent.getScript(),
                                sent.getArguments(),
                                sent.getReferenceBlockId(),
                                sent.getGasLimit(),
                                sent.getProposalKey(),
                                sent.getPayerAddress(),
                                sent.getAuthorizers(),
                                List.of(),
                                signatures)));
    }
}
