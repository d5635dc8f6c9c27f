package io.epochdesk.rehearsal.access;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

import java.util.function.Supplier;

/** Makes a slow node slow and a flapping node fail, whatever is asked of it. */
final class MannerInterceptor implements ServerInterceptor {

    private final Supplier<Behaviour> behaviours;

    MannerInterceptor(Supplier<Behaviour> behaviours) {
        this.behaviours = behaviours;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Behaviour behaviour = behaviours.get();
        if (behaviour.isDown()) {
            call.close(
                    Status.UNAVAILABLE.withDescription("upstream connect error"), new Metadata());
            return new ServerCall.Listener<>() {};
        }
        if (behaviour.present().manner() instanceof Manner.Slow slow) {
            try {
                // Calls run on virtual threads of their own, so this one alone waits.
                Thread.sleep(slow.delay());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return next.startCall(call, headers);
    }
}
