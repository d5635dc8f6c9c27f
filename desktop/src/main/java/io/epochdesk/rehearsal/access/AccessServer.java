package io.epochdesk.rehearsal.access;

import io.epochdesk.rehearsal.chain.Chain;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The Access API of a rehearsal on 127.0.0.1, and nowhere else. It serves one chain at a time; when
 * it is given another, open streams end and everybody has to look anew. Closing it ends every call
 * and stream and frees port and threads.
 */
public final class AccessServer implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int EVENT_LOOPS = 2;
    private static final int LARGEST_HEADERS = 16 << 10;
    private static final long CLOSE_SECONDS = 5;
    private static final long GRACE_MILLIS = 500;
    private static final long QUIET_MILLIS = 50;

    private final InstantSource clock;
    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(
                    EVENT_LOOPS,
                    new DefaultThreadFactory("rehearsal-access", true),
                    NioIoHandler.newFactory());
    private final ExecutorService calls =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("rehearsal-call-", 0).factory());
    private final Streams streams;
    private final Server server;
    private volatile Served served;

    /** A chain, and how it is told of. */
    private record Served(Behaviour behaviour, Chain chain) {
        static Served of(Chain chain, InstantSource clock) {
            Behaviour behaviour = new Behaviour(chain, clock);
            return new Served(behaviour, new ManneredChain(chain, behaviour));
        }
    }

    private AccessServer(Chain chain, ServerOptions options, InstantSource clock)
            throws IOException {
        this.clock = clock;
        this.served = Served.of(chain, clock);
        this.streams = new Streams(options.limits().streams());
        try {
            this.server = built(options).start();
        } catch (IOException e) {
            endLoops();
            throw e;
        }
    }

    /**
     * Opens a server.
     *
     * @throws IOException when the port is taken
     */
    public static AccessServer start(Chain chain, ServerOptions options) throws IOException {
        return new AccessServer(chain, options, InstantSource.system());
    }

    private Server built(ServerOptions options) {
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(loopback(options.port()))
                        .channelType(NioServerSocketChannel.class)
                        .bossEventLoopGroup(loops)
                        .workerEventLoopGroup(loops)
                        .executor(calls)
                        .maxInboundMessageSize(options.limits().requestBytes())
                        .maxInboundMetadataSize(LARGEST_HEADERS)
                        .addService(
                                new AccessApi(this::chain, streams, options.limits().eventRange()))
                        .addService(new ExecutionDataApi(this::chain, streams))
                        .intercept(new MannerInterceptor(() -> served.behaviour()));
        Limits.Rates rates = options.limits().rates();
        if (rates != null) {
            builder.intercept(new RateInterceptor(rates, clock));
        }
        NodeIdentity identity = options.identity();
        if (identity != null) {
            builder.sslContext(identity.serverContext());
        }
        return builder.build();
    }

    private static InetSocketAddress loopback(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress("127.0.0.1", LOOPBACK), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** How many streams are open. */
    public int openStreams() {
        return streams.count();
    }

    /** Behaves like this from now on. */
    public void behave(Manner manner) {
        served.behaviour().take(manner);
    }

    /** Serves another chain from now on, soundly; all open streams are ended. */
    public void serve(Chain other) {
        served = Served.of(other, clock);
        streams.end();
    }

    private Chain chain() {
        return served.chain();
    }

    @Override
    public void close() {
        server.shutdown();
        streams.end();
        try {
            // Streams and calls under way may say why they end before the line is cut.
            if (!server.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                server.shutdownNow().awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            endLoops();
        }
    }

    private void endLoops() {
        calls.shutdownNow();
        // The quiet time lets connections that are being closed tell so to their loop.
        loops.shutdownGracefully(QUIET_MILLIS, CLOSE_SECONDS * 1_000, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
