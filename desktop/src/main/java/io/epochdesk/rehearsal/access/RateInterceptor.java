package io.epochdesk.rehearsal.access;

import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses what is more than a client address may ask in a second, call by call. */
final class RateInterceptor implements ServerInterceptor {

    private final Limits.Rates rates;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    RateInterceptor(Limits.Rates rates, InstantSource clock) {
        this.rates = rates;
        this.clock = clock;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String name = String.valueOf(call.getMethodDescriptor().getBareMethodName());
        Bucket bucket =
                buckets.computeIfAbsent(client(call) + " " + name, _ -> new Bucket(rates.of(name)));
        if (bucket.take(clock.millis())) {
            return next.startCall(call, headers);
        }
        call.close(
                Status.RESOURCE_EXHAUSTED.withDescription(
                        "/"
                                + call.getMethodDescriptor().getFullMethodName()
                                + " rate limit reached, please retry later."),
                new Metadata());
        return new ServerCall.Listener<>() {};
    }

    private static String client(ServerCall<?, ?> call) {
        SocketAddress address = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        return address instanceof InetSocketAddress internet
                ? internet.getAddress().getHostAddress()
                : String.valueOf(address);
    }

    /** As many tokens as requests are allowed in a second; they come back evenly. */
    private static final class Bucket {
        private final int size;
        private double tokens;
        private long last = Long.MIN_VALUE;

        Bucket(int size) {
            this.size = size;
            this.tokens = size;
        }

        synchronized boolean take(long now) {
            if (last != Long.MIN_VALUE) {
                tokens = Math.min(size, tokens + size * (now - last) / 1_000.0);
            }
            last = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
