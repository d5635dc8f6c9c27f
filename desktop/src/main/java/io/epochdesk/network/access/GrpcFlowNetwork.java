package io.epochdesk.network.access;

import io.epochdesk.live.LatestValue;
import io.epochdesk.network.BlockReader;
import io.epochdesk.network.Connection;
import io.epochdesk.network.EventSource;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.RequestBudget;
import io.epochdesk.network.ScriptRunner;
import io.epochdesk.network.SequenceNumbers;
import io.epochdesk.network.TransactionSender;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A Flow network over several access nodes: one is in use at a time, the first of the list that is
 * fit. It retries what is worth retrying, moves on when a node fails and back when it is well
 * again, keeps to the request budget, and notices when another chain answers.
 */
public final class GrpcFlowNetwork implements FlowNetwork {

    private static final int EVENT_LOOPS = 2;
    private static final long CLOSE_SECONDS = 5;

    private final NetworkProfile profile;
    private final Runnable closeNodes;
    private final Engine engine;
    private final Sessions sessions = new Sessions();
    private final ConnectionFeed feed;
    private final CheckedBlocks blocks;
    private final PacedScripts scripts;
    private final ChainEvents events;
    private final CheckedSender transactions;
    private final PacedSequenceNumbers sequenceNumbers;

    /** Opens a network; the connection is made in the background. */
    public static GrpcFlowNetwork open(NetworkProfile profile) {
        return open(profile, Timekeeper.SYSTEM);
    }

    /** Opens a network that goes by another time. */
    static GrpcFlowNetwork open(NetworkProfile profile, Timekeeper time) {
        NodeThreads threads = new NodeThreads(EVENT_LOOPS);
        return new GrpcFlowNetwork(
                profile,
                node -> new NodeClient(node, profile.receiveCap(), Deadlines.USUAL, threads),
                threads::close,
                time);
    }

    /**
     * A network over other ways to its nodes.
     *
     * @param closeNodes called last when the network is closed
     */
    GrpcFlowNetwork(
            NetworkProfile profile, NodeCalls.Dialer dialer, Runnable closeNodes, Timekeeper time) {
        this.profile = profile;
        this.closeNodes = closeNodes;
        SplittableRandom random = new SplittableRandom();
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("network-", 0).factory());
        this.engine = new Engine(threads, time, new Pacer(profile.budget(), time, random));
        this.feed = new ConnectionFeed(time);
        ChainMemory memory = new ChainMemory(profile.id(), profile.chain());
        long grace = profile.budget() == RequestBudget.UNLIMITED ? 0 : Admission.TOLERATED_LAG;
        TipWatch tips = new TipWatch(memory, sessions, feed, time, grace);
        NodeCaller caller = new NodeCaller(sessions, engine);
        NodeDoor door =
                new NodeDoor(
                        dialer,
                        new Heartbeat(engine),
                        new Admission(profile.chain(), grace, memory, engine.pacer()),
                        memory);
        NodeList nodes = new NodeList(profile);
        Elders elders = new Elders(nodes, door, engine);
        this.blocks = new CheckedBlocks(caller, tips, memory, elders, engine.pacer());
        this.scripts = new PacedScripts(caller, blocks, engine, profile.contracts());
        this.events =
                new ChainEvents(
                        new EventAccess(
                                sessions,
                                memory,
                                tips,
                                blocks,
                                new EventRangeReader(caller, tips, elders, engine),
                                engine));
        this.sequenceNumbers = new PacedSequenceNumbers(caller, blocks, engine);
        this.transactions = new CheckedSender(sessions, door, caller, engine);
        threads.execute(
                new SessionKeeper(nodes, door, elders, sessions, memory, tips, feed, engine));
    }

    @Override
    public NetworkProfile profile() {
        return profile;
    }

    @Override
    public ScriptRunner scripts() {
        return scripts;
    }

    @Override
    public BlockReader blocks() {
        return blocks;
    }

    @Override
    public EventSource events() {
        return events;
    }

    @Override
    public TransactionSender transactions() {
        return transactions;
    }

    @Override
    public SequenceNumbers sequenceNumbers() {
        return sequenceNumbers;
    }

    @Override
    public LatestValue<Connection> connection() {
        return feed.value();
    }

    @Override
    public void pace(Pace pace) {
        engine.pacer().pace(pace);
    }

    @Override
    public Duration scriptInterval() {
        return engine.pacer().scriptInterval();
    }

    @Override
    public void close() {
        sessions.close();
        engine.threads().shutdownNow();
        try {
            engine.threads().awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeNodes.run();
        }
    }
}
