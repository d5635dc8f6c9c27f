package io.epochdesk.network.access;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Gives every single answer its own deadline, counted from the call and not from the making of a
 * stub.
 */
final class DeadlineInterceptor implements ClientInterceptor {

    private final Deadlines deadlines;

    DeadlineInterceptor(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
            MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        if (method.getType() != MethodDescriptor.MethodType.UNARY
                || options.getDeadline() != null) {
            return next.newCall(method, options);
        }
        String name = method.getBareMethodName();
        Duration deadline = deadlines.of(name == null ? "" : name);
        return next.newCall(
                method, options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS));
    }
}
