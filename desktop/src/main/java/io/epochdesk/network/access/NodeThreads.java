package io.epochdesk.network.access;

import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The threads that connections live on: few event loops that move bytes, and a virtual thread for
 * each call or stream that is being told something. gRPC's own shared threads linger after the last
 * channel is closed; these end when closed.
 */
final class NodeThreads implements AutoCloseable {

    /** What every thread's name begins with. */
    static final String NAME = "access-node";

    private static final long CLOSE_SECONDS = 5;

    /** For listeners to hear of the end; one that closes its own connection waits for itself. */
    private static final long CALLS_SECONDS = 1;

    private final EventLoopGroup loops;
    private final ExecutorService calls;

    /**
     * Starts no thread yet. All will be of the thread group of who calls this, also those begun by
     * a virtual thread, whose own group tells nobody whose they are.
     *
     * @param eventLoops how many threads may move bytes, at least one
     */
    NodeThreads(int eventLoops) {
        loops =
                new MultiThreadIoEventLoopGroup(
                        eventLoops,
                        new DefaultThreadFactory(
                                NAME + "-io",
                                true,
                                Thread.NORM_PRIORITY,
                                Thread.currentThread().getThreadGroup()),
                        NioIoHandler.newFactory());
        calls =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(NAME + "-call-", 0).factory());
    }

    EventLoopGroup loops() {
        return loops;
    }

    ExecutorService calls() {
        return calls;
    }

    /** Ends all threads; every channel on them must have been closed before. */
    @Override
    public void close() {
        calls.shutdown();
        try {
            if (!calls.awaitTermination(CALLS_SECONDS, TimeUnit.SECONDS)) {
                calls.shutdownNow();
            }
        } catch (InterruptedException e) {
            calls.shutdownNow();
            Thread.currentThread().interrupt();
        }
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
