package io.epochdesk.network.access;

import io.epochdesk.network.AccessNode;
import io.epochdesk.network.Transport;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A gRPC server that answers every question for the newest header with the same bytes. */
final class BytesNode implements AutoCloseable {

    private static final MethodDescriptor<byte[], byte[]> LATEST =
            MethodDescriptor.<byte[], byte[]>newBuilder()
                    .setType(MethodDescriptor.MethodType.UNARY)
                    .setFullMethodName("flow.access.AccessAPI/GetLatestBlockHeader")
                    .setRequestMarshaller(new Bytes())
                    .setResponseMarshaller(new Bytes())
                    .build();

    private final Server server;

    BytesNode(byte[] answer) {
        ServerServiceDefinition service =
                ServerServiceDefinition.builder("flow.access.AccessAPI")
                        .addMethod(
                                LATEST,
                                ServerCalls.asyncUnaryCall(
                                        (_, to) -> {
                                            to.onNext(answer);
                                            to.onCompleted();
                                        }))
                        .build();
        try {
            server =
                    NettyServerBuilder.forAddress(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                            .addService(service)
                            .build()
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AccessNode node() {
        return new AccessNode("bad", "127.0.0.1", server.getPort(), new Transport.Plaintext());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
