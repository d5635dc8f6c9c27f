package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.BlockHeader;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds out within 3 s whether a node is alive. It is believed dead after two failures in a row; so
 * that this takes no longer than one deadline, a first call that is slow to answer is backed by a
 * second one before its own time is up.
 */
final class Heartbeat {

    /** A node that says nothing for so long is frozen. */
    static final Duration DEADLINE = Duration.ofSeconds(3);

    private static final Duration SECOND_AFTER = Duration.ofMillis(1_500);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Engine engine;

    Heartbeat(Engine engine) {
        this.engine = engine;
    }

    /**
     * Asks for the newest sealed header.
     *
     * @throws FaultException when both calls failed, or the node says it is too much: then it is
     *     alive
     */
    BlockHeader feel(NodeCalls calls) throws InterruptedException {
        engine.pacer().acquire(CallKind.OTHER);
        Future<BlockHeader> first = engine.threads().submit(calls::latestSealedHeader);
        try {
            try {
                return await(first, SECOND_AFTER);
            } catch (FaultException e) {
                if (Judgement.of(e.fault()) != Judgement.TRANSIENT) {
                    throw e;
                }
                engine.time().sleep(PAUSE);
            } catch (TimeoutException e) {
                // The second call goes out while the first still has half its time.
            }
            engine.pacer().acquire(CallKind.OTHER);
            return second(calls, first);
        } finally {
            first.cancel(true);
        }
    }

    private BlockHeader second(NodeCalls calls, Future<BlockHeader> first)
            throws InterruptedException {
        Future<BlockHeader> second = engine.threads().submit(calls::latestSealedHeader);
        try {
            return await(second, DEADLINE.minus(SECOND_AFTER));
        } catch (TimeoutException e) {
            if (first.state() == Future.State.SUCCESS) {
                return first.resultNow();
            }
            throw timedOut(calls);
        } finally {
            second.cancel(true);
        }
    }

    private static FaultException timedOut(NodeCalls calls) {
        return NetworkFault.of(
                NetworkFault.Kind.TIMED_OUT,
                "",
                "node",
                calls.node().name(),
                "seconds",
                Long.toString(DEADLINE.toSeconds()));
    }

    private static BlockHeader await(Future<BlockHeader> answer, Duration patience)
            throws InterruptedException, TimeoutException {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FaultException fault) {
                throw fault;
            }
            throw new IllegalStateException("a call failed without a fault", e.getCause());
        }
    }
}
