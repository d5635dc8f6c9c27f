package io.epochdesk.rehearsal.access;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** All open streams of a server: counts them, and can end them. */
final class Streams {

    private final int most;
    private final ThreadFactory threads;
    private final Set<MessageStream<?>> open = ConcurrentHashMap.newKeySet();

    Streams(int most) {
        this.most = most;
        this.threads = Thread.ofVirtual().name("rehearsal-stream-", 0).factory();
    }

    /** Sends what the source gives to a client until either ends. */
    <M> void open(StreamObserver<M> client, MessageStream.Source<M> source) {
        if (open.size() >= most) {
            client.onError(
                    Status.RESOURCE_EXHAUSTED
                            .withDescription("maximum number of streams reached")
                            .asRuntimeException());
            return;
        }
        MessageStream<M> stream =
                new MessageStream<>((ServerCallStreamObserver<M>) client, source, open::remove);
        open.add(stream);
        stream.begin(threads);
    }

    /** How many are open. */
    int count() {
        return open.size();
    }

    /** Ends all. */
    void end() {
        open.forEach(MessageStream::end);
    }
}
