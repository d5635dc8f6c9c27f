package io.epochdesk.network.access;

import com.google.protobuf.ByteString;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.AccountState;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.TransactionProgress;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.access.AccessAPIGrpc;
import org.onflow.protobuf.entities.BlockOuterClass.BlockStatus;
import org.onflow.protobuf.entities.NodeVersionInfoOuterClass.NodeVersionInfo;
import org.onflow.protobuf.entities.TransactionOuterClass;
import org.onflow.protobuf.executiondata.ExecutionDataAPIGrpc;
import org.onflow.protobuf.executiondata.Executiondata;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One access node: one channel, blocking calls with a deadline each, and streams that go no faster
 * than their listener. Whatever goes wrong is a {@link FaultException}. Nothing is repeated here
 * and nothing remembered: pacing, repeating and the choice of node belong to the layer above. Calls
 * may be made from any number of threads.
 */
final class NodeClient implements NodeCalls {

    private static final long CLOSE_SECONDS = 5;

    private final AccessNode node;
    private final Deadlines deadlines;
    private final NodeThreads threads;
    private final boolean ownThreads;
    private final ManagedChannel channel;
    private final FaultMapping faults;
    private final EndpointDiagnosis diagnosis;
    private final AccessAPIGrpc.AccessAPIBlockingStub access;
    private final PeerIdentity identity;
    private volatile boolean everAnswered;
    private volatile boolean closed;

    /** A node with threads of its own, which end when it is closed. */
    NodeClient(AccessNode node, int receiveCap, Deadlines deadlines) {
        this(node, receiveCap, deadlines, new NodeThreads(1), true, Clock.systemUTC());
    }

    /** A node on threads that it shares with others, and that stay when it is closed. */
    NodeClient(AccessNode node, int receiveCap, Deadlines deadlines, NodeThreads threads) {
        this(node, receiveCap, deadlines, threads, false, Clock.systemUTC());
    }

    NodeClient(
            AccessNode node,
            int receiveCap,
            Deadlines deadlines,
            NodeThreads threads,
            boolean ownThreads,
            Clock certificateClock) {
        this.node = node;
        this.deadlines = deadlines;
        this.threads = threads;
        this.ownThreads = ownThreads;
        this.faults = new FaultMapping(node, receiveCap);
        this.diagnosis = new EndpointDiagnosis(node);
        this.channel = opened(receiveCap, certificateClock);
        this.access = AccessAPIGrpc.newBlockingStub(channel);
        this.identity = new PeerIdentity(node.transport());
    }

    /** The channel; threads of its own end with a node that cannot even be tried. */
    private ManagedChannel opened(int receiveCap, Clock certificateClock) {
        try {
            return NodeChannel.open(node, receiveCap, deadlines, threads, certificateClock);
        } catch (FaultException e) {
            if (ownThreads) {
                threads.close();
            }
            throw e;
        }
    }

    @Override
    public void answeredBefore() {
        everAnswered = true;
    }

    /** The node asked. */
    @Override
    public AccessNode node() {
        return node;
    }

    /**
     * Asks for a sign of life and notes what the node proves with it.
     *
     * @return its networking key, or its certificate's subject and issuer; empty for plaintext
     */
    String proveIdentity() {
        call(
                asking("Ping"),
                () ->
                        access.withInterceptors(identity)
                                .ping(Access.PingRequest.getDefaultInstance()));
        return identity.text();
    }

    /** Whether it answers at all; {@code Ping} of the Access API. */
    void ping() {
        call(asking("Ping"), () -> access.ping(Access.PingRequest.getDefaultInstance()));
    }

    /** The chain it serves; {@code GetNetworkParameters}. */
    @Override
    public ChainId chainId() {
        return new ChainId(
                call(
                                asking("GetNetworkParameters"),
                                () ->
                                        access.getNetworkParameters(
                                                Access.GetNetworkParametersRequest
                                                        .getDefaultInstance()))
                        .getChainId());
    }

    /** What it says of itself; an emulator answers zeros and nothing. */
    @Override
    public NodeVersion nodeVersion() {
        NodeVersionInfo info =
                call(
                                asking("GetNodeVersionInfo"),
                                () ->
                                        access.getNodeVersionInfo(
                                                Access.GetNodeVersionInfoRequest
                                                        .getDefaultInstance()))
                        .getInfo();
        return new NodeVersion(
                info.getSemver(),
                info.getNodeRootBlockHeight(),
                info.getSporkRootBlockHeight(),
                Answers.hex(info.getSporkId()));
    }

    /** Its newest sealed header. */
    @Override
    public BlockHeader latestSealedHeader() {
        var request = Access.GetLatestBlockHeaderRequest.newBuilder().setIsSealed(true);
        return header(
                asking("GetLatestBlockHeader").at("latest"),
                () -> access.getLatestBlockHeader(request.build()));
    }

    /** The header at a height. */
    @Override
    public BlockHeader headerByHeight(long height) {
        CallFacts facts = asking("GetBlockHeaderByHeight").at(Long.toString(height));
        var request = Access.GetBlockHeaderByHeightRequest.newBuilder().setHeight(height);
        BlockHeader header = header(facts, () -> access.getBlockHeaderByHeight(request.build()));
        if (header.height() != height) {
            throw faults.malformed(facts, "a header of another height than asked for");
        }
        return header;
    }

    /** The header of a block ID of 64 hex digits. */
    @Override
    public BlockHeader headerById(String id) {
        var request = Access.GetBlockHeaderByIDRequest.newBuilder().setId(Answers.bytes(id));
        return header(
                asking("GetBlockHeaderByID").at(id),
                () -> access.getBlockHeaderByID(request.build()));
    }

    private BlockHeader header(CallFacts facts, Supplier<Access.BlockHeaderResponse> request) {
        Access.BlockHeaderResponse response = call(facts, request);
        if (!response.hasBlock()) {
            throw faults.malformed(facts, "no header in the answer");
        }
        return Answers.header(response.getBlock());
    }

    /**
     * Runs a script at the newest sealed block. An answer of {@code ExecuteScriptAtLatestBlock}
     * does not say which block it is of (its metadata speaks of finalized and indexed heights), so
     * the newest sealed header is asked first and the script run at that very height; where the
     * node has not indexed that block yet, at its parent.
     */
    ScriptResult executeAtLatest(ScriptCall script) {
        BlockHeader latest = latestSealedHeader();
        try {
            return new ScriptResult(executeAtHeight(latest.height(), script), latest);
        } catch (FaultException e) {
            if (!isUnavailableHeight(e) || latest.height() == 0) {
                throw e;
            }
            BlockHeader parent = headerByHeight(latest.height() - 1);
            return new ScriptResult(executeAtHeight(parent.height(), script), parent);
        }
    }

    private static boolean isUnavailableHeight(FaultException e) {
        return e.fault() instanceof NetworkFault fault
                && fault.kind() == NetworkFault.Kind.UNAVAILABLE_HEIGHT;
    }

    /** Runs a script at a sealed height; the JSON-Cadence as sent. */
    @Override
    public byte[] executeAtHeight(long height, ScriptCall script) {
        var request =
                Access.ExecuteScriptAtBlockHeightRequest.newBuilder()
                        .setBlockHeight(height)
                        .setScript(ByteString.copyFrom(script.source()));
        script.arguments().forEach(argument -> request.addArguments(ByteString.copyFrom(argument)));
        CallFacts facts =
                asking("ExecuteScriptAtBlockHeight")
                        .at(Long.toString(height))
                        .running(script.name());
        return call(facts, () -> access.executeScriptAtBlockHeight(request.build()))
                .getValue()
                .toByteArray();
    }

    /** Events of one type between two heights, both included; a node allows at most 250 heights. */
    @Override
    public EventRange events(String type, long from, long to, EventForm form) {
        CallFacts facts = asking("GetEventsForHeightRange").at(from + "–" + to);
        var request =
                Access.GetEventsForHeightRangeRequest.newBuilder()
                        .setType(type)
                        .setStartHeight(from)
                        .setEndHeight(to)
                        .setEventEncodingVersion(form.version());
        Access.EventsResponse response =
                call(facts, () -> access.getEventsForHeightRange(request.build()));
        return EventRanges.read(
                response, Set.of(type), from, to, reason -> faults.malformed(facts, reason));
    }

    /** An account at the newest sealed block. */
    @Override
    public AccountState account(FlowAddress address) {
        var request =
                Access.GetAccountAtLatestBlockRequest.newBuilder()
                        .setAddress(Answers.bytes(address));
        return Answers.account(
                address,
                call(
                                asking("GetAccountAtLatestBlock"),
                                () -> access.getAccountAtLatestBlock(request.build()))
                        .getAccount());
    }

    /** An account at a sealed height. */
    @Override
    public AccountState account(FlowAddress address, long height) {
        var request =
                Access.GetAccountAtBlockHeightRequest.newBuilder()
                        .setAddress(Answers.bytes(address))
                        .setBlockHeight(height);
        CallFacts facts = asking("GetAccountAtBlockHeight").at(Long.toString(height));
        return Answers.account(
                address,
                call(facts, () -> access.getAccountAtBlockHeight(request.build())).getAccount());
    }

    /** Hands a signed transaction in; its ID, 64 hex digits. */
    @Override
    public String send(TransactionOuterClass.Transaction transaction) {
        var request = Access.SendTransactionRequest.newBuilder().setTransaction(transaction);
        return Answers.hex(
                call(asking("SendTransaction"), () -> access.sendTransaction(request.build()))
                        .getId());
    }

    /**
     * How far a transaction has come, by its ID of 64 hex digits. A node that has not heard of it
     * (flow-go answers so for a moment after it was handed to another node) says unknown.
     */
    @Override
    public TransactionProgress transactionResult(String id) {
        var request = Access.GetTransactionRequest.newBuilder().setId(Answers.bytes(id));
        return Answers.progress(
                call(
                        asking("GetTransactionResult"),
                        () -> {
                            try {
                                return access.getTransactionResult(request.build());
                            } catch (StatusRuntimeException e) {
                                if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                                    return Access.TransactionResultResponse.getDefaultInstance();
                                }
                                throw e;
                            }
                        }));
    }

    /**
     * Follows events of these types from a height on.
     *
     * @param heartbeat after how many blocks without such an event the node tells how far it has
     *     come, at least 1
     */
    @Override
    public NodeStream subscribeEvents(
            Set<String> types, long from, int heartbeat, StreamListener<EventBatch> listener) {
        CallFacts facts = CallFacts.stream("SubscribeEventsFromStartHeight", Long.toString(from));
        EventStreamReading reading =
                new EventStreamReading(
                        Set.copyOf(types), from, reason -> faults.malformed(facts, reason));
        Subscription<
                        Executiondata.SubscribeEventsFromStartHeightRequest,
                        Executiondata.SubscribeEventsResponse,
                        EventBatch>
                subscription = subscription(facts, reading::read, listener);
        reconnectIfFailed();
        ExecutionDataAPIGrpc.newStub(channel)
                .subscribeEventsFromStartHeight(
                        Executiondata.SubscribeEventsFromStartHeightRequest.newBuilder()
                                .setStartBlockHeight(from)
                                .setFilter(
                                        Executiondata.EventFilter.newBuilder()
                                                .addAllEventType(types))
                                .setHeartbeatInterval(heartbeat)
                                .build(),
                        subscription);
        return subscription;
    }

    /** Follows sealed headers, beginning with the newest. */
    @Override
    public NodeStream subscribeHeaders(StreamListener<BlockHeader> listener) {
        CallFacts facts = CallFacts.stream("SubscribeBlockHeadersFromLatest", "latest");
        Subscription<
                        Access.SubscribeBlockHeadersFromLatestRequest,
                        Access.SubscribeBlockHeadersResponse,
                        BlockHeader>
                subscription =
                        subscription(facts, answer -> Answers.header(answer.getHeader()), listener);
        reconnectIfFailed();
        AccessAPIGrpc.newStub(channel)
                .subscribeBlockHeadersFromLatest(
                        Access.SubscribeBlockHeadersFromLatestRequest.newBuilder()
                                .setBlockStatus(BlockStatus.BLOCK_SEALED)
                                .build(),
                        subscription);
        return subscription;
    }

    private <Q, A, T> Subscription<Q, A, T> subscription(
            CallFacts facts, Function<A, T> reading, StreamListener<T> listener) {
        return new Subscription<>(
                answer -> {
                    everAnswered = true;
                    return reading.apply(answer);
                },
                error -> error == null ? faults.ended(facts) : fault(error, facts),
                listener);
    }

    /** Whether no connection is open at present. */
    boolean isIdle() {
        return channel.getState(false) == ConnectivityState.IDLE || channel.isShutdown();
    }

    /**
     * Ends all calls and streams with {@code NET-132} and the connection with them; closing twice
     * is harmless.
     */
    @Override
    public void close() {
        closed = true;
        channel.shutdownNow();
        try {
            channel.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (ownThreads) {
                threads.close();
            }
        }
    }

    private <A> A call(CallFacts facts, Supplier<A> request) {
        reconnectIfFailed();
        try {
            A answer = request.get();
            everAnswered = true;
            return answer;
        } catch (StatusRuntimeException e) {
            throw fault(e, facts);
        }
    }

    private CallFacts asking(String call) {
        return CallFacts.unary(call, deadlines.of(call));
    }

    private FaultException fault(Throwable error, CallFacts facts) {
        if (closed) {
            return faults.closed(facts);
        }
        FaultException fault = faults.of(error, facts);
        return everAnswered ? fault : diagnosis.refine(fault);
    }

    /**
     * After a failed attempt gRPC refuses calls with the old failure for up to two minutes. Pacing
     * is done above, so each call here means a fresh attempt.
     */
    private void reconnectIfFailed() {
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.enterIdle();
        }
    }
}
