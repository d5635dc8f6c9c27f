package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.fault.NetworkFault.Kind;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.Transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Finds out what is at the other end when a node that never answered just hangs up, which is all
 * that a TLS port says to plaintext: opens one connection of its own and knocks the other way. It
 * sends nothing but a greeting and takes nothing.
 */
final class EndpointDiagnosis {

    private static final int PATIENCE_MILLIS = 1_500;

    /** The connection preface of HTTP/2 (RFC 9113, section 3.4) and an empty SETTINGS frame. */
    private static final byte[] GREETING =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"
                    .getBytes(StandardCharsets.ISO_8859_1);

    private static final int FRAME_HEADER = 9;

    private final AccessNode node;

    EndpointDiagnosis(AccessNode node) {
        this.node = node;
    }

    /**
     * A more telling fault where the connection was taken and hung up; the fault as it is in every
     * other case.
     */
    FaultException refine(FaultException failure) {
        if (!(failure.fault() instanceof NetworkFault fault) || !isHangUp(fault.kind())) {
            return failure;
        }
        try {
            Kind kind =
                    node.transport() instanceof Transport.Plaintext
                            ? knockWithTls()
                            : knockInPlain();
            return new FaultException(
                    new NetworkFault(kind, fault.facts(), fault.detail()), failure);
        } catch (IOException e) {
            return failure;
        }
    }

    private static boolean isHangUp(Kind kind) {
        return kind == Kind.UNREACHABLE || kind == Kind.STREAM_CUT;
    }

    private Kind knockWithTls() throws IOException {
        try (Socket socket = connected();
                SSLSocket tls =
                        (SSLSocket)
                                curious()
                                        .getSocketFactory()
                                        .createSocket(socket, node.host(), node.port(), false)) {
            tls.startHandshake();
            return Kind.TLS_SPOKEN;
        } catch (SSLException e) {
            // Only who speaks TLS sends an alert.
            return String.valueOf(e.getMessage()).contains("alert")
                    ? Kind.TLS_SPOKEN
                    : Kind.NOT_GRPC;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private Kind knockInPlain() throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(GREETING);
            String hex = HexFormat.of().formatHex(socket.getInputStream().readNBytes(FRAME_HEADER));
            return ConnectionFaults.isSettings(hex) ? Kind.PLAINTEXT_SPOKEN : Kind.NOT_GRPC;
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MILLIS);
        try {
            socket.connect(
                    new InetSocketAddress(InetAddress.getAllByName(node.host())[0], node.port()),
                    PATIENCE_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static SSLContext curious() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Curious()}, null);
        return context;
    }

    /** Takes any certificate: what it shakes hands with is named in a fault and then hung up on. */
    private static final class Curious implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            throw new CertificateException("clients are not checked here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
