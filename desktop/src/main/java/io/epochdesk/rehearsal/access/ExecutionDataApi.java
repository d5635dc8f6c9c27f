package io.epochdesk.rehearsal.access;

import com.google.protobuf.ByteString;

import io.epochdesk.rehearsal.chain.Chain;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;

import org.onflow.protobuf.entities.EventOuterClass.EventEncodingVersion;
import org.onflow.protobuf.executiondata.ExecutionDataAPIGrpc;
import org.onflow.protobuf.executiondata.Executiondata;

import java.util.function.Supplier;

/**
 * The streams of events. Registers, chunks and account statuses are not kept here and stay
 * unimplemented, as at nodes without an execution-data index.
 */
final class ExecutionDataApi extends ExecutionDataAPIGrpc.ExecutionDataAPIImplBase {

    private final Supplier<Chain> chains;
    private final Streams streams;

    ExecutionDataApi(Supplier<Chain> chains, Streams streams) {
        this.chains = chains;
        this.streams = streams;
    }

    @Override
    @SuppressWarnings("deprecation") // older clients still call it
    public void subscribeEvents(
            Executiondata.SubscribeEventsRequest request,
            StreamObserver<Executiondata.SubscribeEventsResponse> to) {
        open(
                to,
                request.getFilter(),
                request.getHeartbeatInterval(),
                request.getEventEncodingVersion(),
                chain ->
                        EventSource.start(
                                chain, request.getStartBlockId(), request.getStartBlockHeight()));
    }

    @Override
    public void subscribeEventsFromStartBlockID(
            Executiondata.SubscribeEventsFromStartBlockIDRequest request,
            StreamObserver<Executiondata.SubscribeEventsResponse> to) {
        open(
                to,
                request.getFilter(),
                request.getHeartbeatInterval(),
                request.getEventEncodingVersion(),
                chain -> new Heights(chain).byId(request.getStartBlockId()).height());
    }

    @Override
    public void subscribeEventsFromStartHeight(
            Executiondata.SubscribeEventsFromStartHeightRequest request,
            StreamObserver<Executiondata.SubscribeEventsResponse> to) {
        open(
                to,
                request.getFilter(),
                request.getHeartbeatInterval(),
                request.getEventEncodingVersion(),
                chain -> EventSource.start(chain, ByteString.EMPTY, request.getStartBlockHeight()));
    }

    @Override
    public void subscribeEventsFromLatest(
            Executiondata.SubscribeEventsFromLatestRequest request,
            StreamObserver<Executiondata.SubscribeEventsResponse> to) {
        open(
                to,
                request.getFilter(),
                request.getHeartbeatInterval(),
                request.getEventEncodingVersion(),
                chain -> chain.latestSealed().height());
    }

    /** Says where a stream begins. */
    @FunctionalInterface
    private interface Beginning {
        long height(Chain chain);
    }

    private void open(
            StreamObserver<Executiondata.SubscribeEventsResponse> to,
            Executiondata.EventFilter filter,
            long heartbeat,
            EventEncodingVersion encoding,
            Beginning beginning) {
        Chain chain = chains.get();
        EventSource source;
        try {
            source =
                    new EventSource(
                            chain,
                            new EventFilter(filter),
                            beginning.height(chain),
                            heartbeat,
                            EventForm.of(encoding));
        } catch (StatusRuntimeException e) {
            to.onError(e);
            return;
        }
        streams.open(to, source);
    }
}
