package io.epochdesk.network.access;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

import org.jspecify.annotations.Nullable;
import org.onflow.protobuf.entities.EventOuterClass.Event;
import org.onflow.protobuf.executiondata.ExecutionDataAPIGrpc;
import org.onflow.protobuf.executiondata.Executiondata.SubscribeEventsFromStartHeightRequest;
import org.onflow.protobuf.executiondata.Executiondata.SubscribeEventsResponse;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The streaming half of a loopback node: events with heartbeats, counted in blocks as flow-go does.
 */
final class LoopbackExecutionDataApi extends ExecutionDataAPIGrpc.ExecutionDataAPIImplBase {

    private final LoopbackAccessNode node;

    LoopbackExecutionDataApi(LoopbackAccessNode node) {
        this.node = node;
    }

    @Override
    public void subscribeEventsFromStartHeight(
            SubscribeEventsFromStartHeightRequest request,
            StreamObserver<SubscribeEventsResponse> to) {
        if (request.getStartBlockHeight() < node.streamedFrom()) {
            to.onError(
                    Status.INVALID_ARGUMENT
                            .withDescription(
                                    "start height must be greater than or equal to the root")
                            .asRuntimeException());
            return;
        }
        node.open(
                (ServerCallStreamObserver<SubscribeEventsResponse>) to,
                request.getStartBlockHeight(),
                messages(
                        Set.copyOf(request.getFilter().getEventTypeList()),
                        request.getHeartbeatInterval()));
    }

    private Function<LoopbackChain.Block, @Nullable SubscribeEventsResponse> messages(
            Set<String> types, long heartbeat) {
        return new Function<>() {
            private long silent;
            private long index;

            @Override
            public @Nullable SubscribeEventsResponse apply(LoopbackChain.Block block) {
                List<Event> events =
                        block.events().stream()
                                .filter(e -> types.isEmpty() || types.contains(e.getType()))
                                .toList();
                if (events.isEmpty() && ++silent < heartbeat) {
                    return null;
                }
                silent = 0;
                return SubscribeEventsResponse.newBuilder()
                        .setBlockHeight(block.header().getHeight() + node.ahead())
                        .setBlockId(block.header().getId())
                        .addAllEvents(events)
                        .setMessageIndex(index++)
                        .build();
            }
        };
    }
}
