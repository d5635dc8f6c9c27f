package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.SettingsFault;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.Transport;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NegotiationType;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

/** Opens the channel to one node. */
final class NodeChannel {

    /**
     * Between two HTTP/2 pings. Servers send GO_AWAY {@code too_many_pings} to clients that ping
     * more often than every five minutes (the default of grpc-go's enforcement policy); a minute
     * more leaves room for clocks.
     */
    static final Duration KEEP_ALIVE = Duration.ofMinutes(6);

    private static final Duration KEEP_ALIVE_ANSWER = Duration.ofSeconds(20);

    /**
     * Shorter than the deadline of a cheap call, so that a host that drops packets is told from one
     * that is frozen.
     */
    private static final Duration CONNECT = Duration.ofMillis(2_500);

    /** Fixed, so that gRPC does not send pings of its own to measure the line. */
    private static final int WINDOW = 4 << 20;

    private static final int LARGEST_HEADERS = 64 << 10;
    private static final Pattern NETWORKING_KEY = Pattern.compile("[0-9a-fA-F]{128}");

    private NodeChannel() {}

    /**
     * A channel to the node; nothing is sent before the first call.
     *
     * @throws io.epochdesk.fault.FaultException when the node's networking key cannot be one
     */
    static ManagedChannel open(
            AccessNode node,
            int receiveCap,
            Deadlines deadlines,
            NodeThreads threads,
            Clock clock) {
        NettyChannelBuilder builder =
                NettyChannelBuilder.forAddress(node.host(), node.port())
                        .channelType(NioSocketChannel.class)
                        .eventLoopGroup(threads.loops())
                        .executor(threads.calls())
                        .offloadExecutor(threads.calls())
                        .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
                        .maxInboundMessageSize(receiveCap)
                        .maxInboundMetadataSize(LARGEST_HEADERS)
                        .flowControlWindow(WINDOW)
                        .keepAliveTime(KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS)
                        .keepAliveTimeout(KEEP_ALIVE_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                        .keepAliveWithoutCalls(false)
                        .disableRetry()
                        .disableServiceConfigLookUp()
                        .intercept(new DeadlineInterceptor(deadlines));
        return secured(builder, node.transport(), clock).build();
    }

    private static NettyChannelBuilder secured(
            NettyChannelBuilder builder, Transport transport, Clock clock) {
        return switch (transport) {
            case Transport.Plaintext _ -> builder.usePlaintext();
            case Transport.SystemTls _ ->
                    builder.negotiationType(NegotiationType.TLS)
                            .sslContext(
                                    context(
                                            GrpcSslContexts.configure(
                                                    SslContextBuilder.forClient(),
                                                    SslProvider.JDK)));
            case Transport.PinnedTls pinned ->
                    builder.negotiationType(NegotiationType.TLS)
                            .sslContext(
                                    context(
                                            GrpcSslContexts.configure(
                                                            SslContextBuilder.forClient(),
                                                            SslProvider.JDK)
                                                    .protocols("TLSv1.3")
                                                    .trustManager(
                                                            new NetworkingKeyTrust(
                                                                    checked(pinned.networkingKey()),
                                                                    clock))));
        };
    }

    private static String checked(String networkingKey) {
        if (!NETWORKING_KEY.matcher(networkingKey).matches()) {
            throw new FaultException(
                    SettingsFault.invalid(
                            "networking key",
                            Wording.reason(networkingKey),
                            SettingsFault.Reason.KEY));
        }
        return networkingKey;
    }

    private static SslContext context(SslContextBuilder builder) {
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }
}
