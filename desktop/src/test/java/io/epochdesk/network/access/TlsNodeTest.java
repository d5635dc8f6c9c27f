package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.NodeCheck;
import io.epochdesk.network.Transport;
import io.epochdesk.parallel.BesideOthers;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.InputStream;

/** TLS with a real server: what a node proves, and how each refusal is told. */
@Timeout(15)
@BesideOthers
class TlsNodeTest {

    private static final LoopbackChain CHAIN = new LoopbackChain("tls", "flow-emulator");

    private static LoopbackAccessNode serving(SslContext tls) {
        return LoopbackAccessNode.serving(CHAIN, tls);
    }

    private static NodeCheck check(LoopbackAccessNode server, Transport transport) {
        return new DirectNodeProbe().check(server.node("secure", transport), 1 << 20);
    }

    private static Fault faultOf(LoopbackAccessNode server, Transport transport) {
        FaultException e =
                catchThrowableOfType(FaultException.class, () -> check(server, transport));
        assertThat(e).as("a fault").isNotNull();
        return e.fault();
    }

    private static SslContext flowGoServer(String name) throws IOException {
        try (InputStream certificate =
                        TlsNodeTest.class.getResourceAsStream("tls/" + name + ".cert.pem");
                InputStream key =
                        TlsNodeTest.class.getResourceAsStream("tls/" + name + ".key.pem")) {
            return GrpcSslContexts.configure(
                            SslContextBuilder.forServer(certificate, key), SslProvider.JDK)
                    .protocols("TLSv1.3")
                    .build();
        }
    }

    @Test
    void aNodeWithFlowGosCertificateProvesItsNetworkingKey() throws Exception {
        String key = NetworkingKeyTrustTest.flowGoKey(0);
        try (LoopbackAccessNode server = serving(flowGoServer("node-a"))) {
            NodeCheck check = check(server, new Transport.PinnedTls(key));

            assertThat(check.tlsIdentity()).isEqualTo("networking key " + key);
            assertThat(check.chain().value()).isEqualTo("flow-emulator");
        }
    }

    @Test
    void anotherNodesKeyIsToldWithBoth() throws Exception {
        String expected = NetworkingKeyTrustTest.flowGoKey(1);
        try (LoopbackAccessNode server = serving(flowGoServer("node-a"))) {
            Fault fault = faultOf(server, new Transport.PinnedTls(expected));

            assertThat(fault.code()).isEqualTo("NET-114");
            assertThat(fault.facts())
                    .containsEntry("expected", expected)
                    .containsEntry("presented", NetworkingKeyTrustTest.flowGoKey(0));
        }
    }

    @Test
    void aCertificateWithoutProofIsToldWithTheReason() {
        TestCertificates certificates = TestCertificates.unproved();
        try (LoopbackAccessNode server =
                serving(TestCertificates.server(certificates.make(), "TLSv1.3"))) {
            Fault fault = faultOf(server, new Transport.PinnedTls(certificates.key()));

            assertThat(fault.code()).isEqualTo("NET-115");
            assertThat(fault.facts()).containsEntry("reason", "it has no libp2p extension");
        }
    }

    @Test
    void twoCertificatesAreRefused() {
        TestCertificates certificates = TestCertificates.sound();
        TestCertificates.Made made = certificates.make();
        SslContext two =
                TestCertificates.server(
                        made, "TLSv1.3", TestCertificates.sound().make().certificate());
        try (LoopbackAccessNode server = serving(two)) {
            Fault fault = faultOf(server, new Transport.PinnedTls(certificates.key()));

            assertThat(fault.code()).isEqualTo("NET-115");
        }
    }

    @Test
    void aServerOfTls12AloneIsRefused() {
        TestCertificates certificates = TestCertificates.sound();
        try (LoopbackAccessNode server =
                serving(TestCertificates.server(certificates.make(), "TLSv1.2"))) {
            Fault fault = faultOf(server, new Transport.PinnedTls(certificates.key()));

            assertThat(fault.code()).isEqualTo("NET-115");
            assertThat(fault.facts()).containsEntry("reason", "it does not offer TLS 1.3");
        }
    }

    @Test
    void aCertificateThatThisSystemDoesNotTrustIsRefused() {
        try (LoopbackAccessNode server =
                serving(TestCertificates.server(TestCertificates.sound().make(), "TLSv1.3"))) {
            Fault fault = faultOf(server, new Transport.SystemTls());

            assertThat(fault.code()).isEqualTo("NET-113");
            assertThat(fault.facts().get("reason")).isNotBlank();
        }
    }

    @Test
    void plaintextToATlsNodeIsToldAsSuch() {
        try (LoopbackAccessNode server =
                serving(TestCertificates.server(TestCertificates.sound().make(), "TLSv1.3"))) {
            assertThat(faultOf(server, new Transport.Plaintext()).code()).isEqualTo("NET-111");
        }
    }

    @Test
    void aStreamOfPlaintextToATlsNodeIsToldAsSuchToo() {
        try (LoopbackAccessNode server =
                        serving(
                                TestCertificates.server(
                                        TestCertificates.sound().make(), "TLSv1.3"));
                NodeClient client =
                        new NodeClient(server.node("secure"), 1 << 20, Deadlines.USUAL)) {
            Recording<io.epochdesk.network.BlockHeader> headers = new Recording<>();
            try (NodeStream _ = client.subscribeHeaders(headers)) {
                assertThat(headers.awaitEnd().code()).isEqualTo("NET-111");
            }
        }
    }

    @Test
    void aProbeTellsWhatItFound() {
        try (LoopbackAccessNode server = LoopbackAccessNode.serving(CHAIN)) {
            NodeCheck check = check(server, new Transport.Plaintext());

            assertThat(check.version()).isEqualTo("v0.0.0-loopback");
            assertThat(check.sealed().height()).isEqualTo(CHAIN.latest().header().getHeight());
            assertThat(check.latency()).isPositive();
            assertThat(check.tlsIdentity()).isEmpty();
        }
    }

    @Test
    void aProbeLeavesNoConnectionBehind() {
        try (RawServer silent = RawServer.silent()) {
            AccessNode node =
                    new AccessNode("s", "127.0.0.1", silent.port(), new Transport.Plaintext());
            FaultException e =
                    catchThrowableOfType(
                            FaultException.class, () -> new DirectNodeProbe().check(node, 1 << 20));

            assertThat(e.fault().code()).isEqualTo("NET-103");
        }
    }
}
