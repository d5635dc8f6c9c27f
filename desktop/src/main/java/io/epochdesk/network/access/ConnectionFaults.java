package io.epochdesk.network.access;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.fault.NetworkFault.Kind;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.Transport;
import io.grpc.Status;
import io.grpc.netty.shaded.io.netty.handler.ssl.NotSslRecordException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/** Tells what kept a connection from coming about, from the causes grpc-java hands up. */
final class ConnectionFaults {

    private static final List<String> BROKEN =
            List.of(
                    "Network closed",
                    "Connection closed",
                    "Transport closed",
                    "Network channel is closed",
                    // A server that shuts down says so between a call's sending and its answer.
                    "GOAWAY closed",
                    "end-of-stream mid-frame",
                    "io exception");

    private final AccessNode node;

    ConnectionFaults(AccessNode node) {
        this.node = node;
    }

    /** The fault, where the status tells of the connection and not of an answer. */
    Optional<NetworkFault> of(Status status, String detail) {
        for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
            NetworkFault fault = ofCause(cause, detail);
            if (fault != null) {
                return Optional.of(fault);
            }
        }
        return Optional.ofNullable(ofDescription(status, detail));
    }

    static NetworkFault fault(AccessNode node, Kind kind, String detail, String... facts) {
        String[] all =
                Stream.concat(
                                Stream.of("node", node.name(), "address", node.address()),
                                Stream.of(facts))
                        .toArray(String[]::new);
        return new NetworkFault(kind, Fault.facts(all), detail);
    }

    private @Nullable NetworkFault ofCause(Throwable cause, String detail) {
        String said = cause.getMessage() == null ? "" : cause.getMessage();
        return switch (cause) {
            case NodeCertificateException refused -> refused.toFault(node, detail);
            case UnknownHostException _ -> fault(node, Kind.UNKNOWN_HOST, detail);
            case ConnectException _, NoRouteToHostException _ ->
                    fault(node, Kind.UNREACHABLE, detail);
            case NotSslRecordException _ -> fault(node, spokenInPlain(hexDump(said)), detail);
            case CertificateException _ -> certificate(said, detail);
            case SSLException _ -> cause.getCause() == null ? tls(said, detail) : null;
            default ->
                    said.startsWith("First received frame was not SETTINGS")
                            ? fault(node, spokenInsteadOfSettings(hexDump(said)), detail)
                            : null;
        };
    }

    private @Nullable NetworkFault ofDescription(Status status, String detail) {
        String said = status.getDescription() == null ? "" : status.getDescription();
        if (said.startsWith("Unable to resolve host")) {
            return fault(node, Kind.UNKNOWN_HOST, detail);
        }
        if (said.startsWith("HTTP status code") || said.contains("invalid content-type")) {
            return fault(node, Kind.NOT_GRPC, detail);
        }
        return null;
    }

    private NetworkFault certificate(String said, String detail) {
        Kind kind =
                node.transport() instanceof Transport.PinnedTls
                        ? Kind.NODE_CERTIFICATE_INVALID
                        : Kind.CERTIFICATE_REFUSED;
        return fault(node, kind, detail, "reason", Wording.reason(said));
    }

    private NetworkFault tls(String said, String detail) {
        if (said.contains("unrecognized SSL message") || said.contains("plaintext connection")) {
            return fault(node, Kind.PLAINTEXT_SPOKEN, detail);
        }
        boolean version = said.contains("protocol_version") || said.contains("handshake_failure");
        return certificate(
                version && node.transport() instanceof Transport.PinnedTls
                        ? "it does not offer TLS 1.3"
                        : said,
                detail);
    }

    private static Kind spokenInPlain(String hex) {
        return isSettings(hex) ? Kind.PLAINTEXT_SPOKEN : Kind.NOT_GRPC;
    }

    /** An HTTP/2 server greets with a SETTINGS frame (type 4 on stream 0). */
    static boolean isSettings(String hex) {
        return hex.matches("0000[0-9a-f]{2}0400.*");
    }

    /** TLS records begin with their type (21 alert, 22 handshake) and 3. */
    private static Kind spokenInsteadOfSettings(String hex) {
        return hex.startsWith("1503") || hex.startsWith("1603") ? Kind.TLS_SPOKEN : Kind.NOT_GRPC;
    }

    private static String hexDump(String said) {
        return said.substring(said.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether the line broke, and not a node that answered. */
    static boolean isBroken(Status status) {
        for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException
                    || cause instanceof ClosedChannelException
                    || isReset(cause)) {
                return true;
            }
        }
        String said = String.valueOf(status.getDescription());
        return BROKEN.stream().anyMatch(said::contains);
    }

    private static boolean isReset(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        return cause instanceof IOException
                && (said.contains("reset")
                        || said.contains("Broken pipe")
                        || said.contains("closed"));
    }
}
