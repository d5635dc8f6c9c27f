package io.epochdesk.network.access;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** How a loopback node misbehaves, and how often it was called. */
final class LoopbackBehaviour implements ServerInterceptor {

    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();
    private final Map<String, Queue<Status>> failures = new ConcurrentHashMap<>();
    private volatile boolean frozen;
    private volatile Duration delay = Duration.ZERO;

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String name = String.valueOf(call.getMethodDescriptor().getBareMethodName());
        calls.computeIfAbsent(name, _ -> new AtomicLong()).incrementAndGet();
        if (frozen) {
            return new ServerCall.Listener<>() {};
        }
        if (delay.isPositive()) {
            LockSupport.parkNanos(delay.toNanos());
        }
        Status failure = nextFailure(name);
        if (failure != null) {
            call.close(failure, new Metadata());
            return new ServerCall.Listener<>() {};
        }
        return next.startCall(call, headers);
    }

    private Status nextFailure(String name) {
        Status own = failures.computeIfAbsent(name, _ -> new ConcurrentLinkedQueue<>()).poll();
        return own != null
                ? own
                : failures.computeIfAbsent("", _ -> new ConcurrentLinkedQueue<>()).poll();
    }

    void fail(String call, Status status, int times) {
        Queue<Status> queue = failures.computeIfAbsent(call, _ -> new ConcurrentLinkedQueue<>());
        for (int i = 0; i < times; i++) {
            queue.add(status);
        }
    }

    void recover() {
        failures.clear();
    }

    void freeze(boolean still) {
        frozen = still;
    }

    boolean isFrozen() {
        return frozen;
    }

    void delay(Duration each) {
        delay = each;
    }

    long count(String call) {
        AtomicLong count = calls.get(call);
        return count == null ? 0 : count.get();
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new ConcurrentHashMap<>();
        calls.forEach((name, count) -> counts.put(name, count.get()));
        return counts;
    }

    void resetCounts() {
        calls.clear();
    }
}
