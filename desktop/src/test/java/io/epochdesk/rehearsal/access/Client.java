package io.epochdesk.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CadenceValue.StringValue;
import io.epochdesk.cadence.CompositeKind;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.onflow.protobuf.access.AccessAPIGrpc;
import org.onflow.protobuf.executiondata.ExecutionDataAPIGrpc;

import java.util.List;

/** A client over plain stubs. */
final class Client implements AutoCloseable {

    private final ManagedChannel channel;

    Client(int port) {
        channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    AccessAPIGrpc.AccessAPIBlockingStub access() {
        return AccessAPIGrpc.newBlockingStub(channel);
    }

    ExecutionDataAPIGrpc.ExecutionDataAPIBlockingStub data() {
        return ExecutionDataAPIGrpc.newBlockingStub(channel);
    }

    ManagedChannel channel() {
        return channel;
    }

    static void refused(Status.Code code, String words, ThrowingCallable call) {
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, call);
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(refused.getStatus().getCode()).isEqualTo(code);
        assertThat(refused.getStatus().getDescription()).contains(words);
    }

    static CompositeValue message(String contract, String event, String content) {
        return new CompositeValue(
                CompositeKind.EVENT,
                "A.f8d6e0586b0a20c7." + contract + "." + event,
                List.of(new Field("content", new StringValue(content))));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
