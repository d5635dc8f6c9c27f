package io.epochdesk.network.access;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.InternalFault;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Hands a stream's messages on one by one and asks for the next when the last one has been taken.
 */
final class Subscription<Q, A, T> implements ClientResponseObserver<Q, A>, NodeStream {

    /** Messages asked for ahead, so that the wire does not rest while one is being taken. */
    private static final int STOCK = 64;

    private static final Logger log = LoggerFactory.getLogger(Subscription.class);

    private final Function<A, T> reading;
    private final Function<@Nullable Throwable, FaultException> faults;
    private final StreamListener<T> listener;
    private volatile @Nullable ClientCallStreamObserver<Q> call;
    private final AtomicBoolean over = new AtomicBoolean();

    /**
     * Prepares a stream.
     *
     * @param reading turns an answer into a message; may throw {@link FaultException}
     * @param faults turns what ended the stream into a fault; null is an end in good order
     */
    Subscription(
            Function<A, T> reading,
            Function<@Nullable Throwable, FaultException> faults,
            StreamListener<T> listener) {
        this.reading = reading;
        this.faults = faults;
        this.listener = listener;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Q> requests) {
        call = requests;
        requests.disableAutoRequestWithInitial(STOCK);
    }

    @Override
    public void onNext(A answer) {
        if (over.get()) {
            return;
        }
        try {
            listener.next(reading.apply(answer));
        } catch (FaultException e) {
            stop(e);
            return;
        } catch (RuntimeException e) {
            stop(new FaultException(unexpected(e), e));
            return;
        }
        ClientCallStreamObserver<Q> open = call;
        if (open != null) {
            open.request(1);
        }
    }

    private void stop(FaultException reason) {
        if (over.compareAndSet(false, true)) {
            cancel();
            listener.ended(reason);
        }
    }

    private static InternalFault unexpected(RuntimeException defect) {
        return new InternalFault(
                InternalFault.Kind.UNEXPECTED,
                Fault.facts("what", "a listener of a stream failed"),
                Wording.detail(defect.toString()));
    }

    @Override
    public void onError(Throwable error) {
        end(error);
    }

    @Override
    public void onCompleted() {
        end(null);
    }

    private void end(@Nullable Throwable error) {
        if (over.compareAndSet(false, true)) {
            listener.ended(faults.apply(error));
        }
    }

    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            cancel();
        }
    }

    private void cancel() {
        ClientCallStreamObserver<Q> open = call;
        if (open == null) {
            return;
        }
        try {
            open.cancel("no longer listening", null);
        } catch (RejectedExecutionException e) {
            log.debug("a stream was closed after its connection", e);
        }
    }
}
