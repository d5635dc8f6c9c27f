package io.epochdesk.network.access;

import static org.awaitility.Awaitility.await;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that keeps what it is told. */
class Recording<T> implements StreamListener<T> {

    private final List<T> messages = new CopyOnWriteArrayList<>();
    private volatile @Nullable FaultException end;

    @Override
    public void next(T message) {
        messages.add(message);
    }

    @Override
    public void ended(FaultException reason) {
        end = reason;
    }

    List<T> messages() {
        return messages;
    }

    @Nullable Fault end() {
        FaultException reason = end;
        return reason == null ? null : reason.fault();
    }

    Fault awaitEnd() {
        await().until(() -> end != null);
        Fault fault = end();
        if (fault == null) {
            throw new IllegalStateException("no end");
        }
        return fault;
    }
}
