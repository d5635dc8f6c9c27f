package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.LoopbackPorts;
import io.epochdesk.network.Transport;
import io.grpc.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Whatever is at the other end: one fault with its own code and advice, within seconds. */
@Timeout(15)
class BadNodeTest {

    private static final Deadlines SHORT = Deadlines.all(Duration.ofSeconds(3));
    private static final String KEY = "ab".repeat(64);

    private static Fault faultOf(AccessNode node) {
        return faultOf(node, SHORT);
    }

    private static Fault faultOf(AccessNode node, Deadlines deadlines) {
        try (NodeClient client = new NodeClient(node, 1 << 20, deadlines)) {
            FaultException e =
                    catchThrowableOfType(FaultException.class, client::latestSealedHeader);
            assertThat(e).as("a fault").isNotNull();
            assertThat(e.fault().detail()).hasSizeLessThanOrEqualTo(2_000);
            return e.fault();
        }
    }

    private static AccessNode node(int port, Transport transport) {
        return new AccessNode("bad", "127.0.0.1", port, transport);
    }

    private static Transport plaintext() {
        return new Transport.Plaintext();
    }

    @Test
    void nothingListens() {
        int port = LoopbackPorts.unused();

        Fault fault = faultOf(node(port, plaintext()));

        assertThat(fault.code()).isEqualTo("NET-101");
        assertThat(fault.facts()).containsEntry("address", "127.0.0.1:" + port);
    }

    @Test
    void theHostHasNoAddress() {
        Fault fault = faultOf(new AccessNode("bad", "no-such-host.invalid", 9000, plaintext()));

        assertThat(fault.code()).isEqualTo("NET-102");
    }

    @Test
    void theHostHasNoAddressForTlsEither() {
        Fault fault =
                faultOf(
                        new AccessNode(
                                "bad", "no-such-host.invalid", 9001, new Transport.PinnedTls(KEY)));

        assertThat(fault.code()).isEqualTo("NET-102");
    }

    @Test
    void aRestPortIsNotTheAccessApi() {
        try (RawServer rest =
                RawServer.answering(
                        "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n400 Bad Request")) {
            assertThat(faultOf(node(rest.port(), plaintext())).code()).isEqualTo("NET-104");
        }
    }

    @Test
    void aRestPortIsNotTheAccessApiOverTlsEither() {
        try (RawServer rest =
                RawServer.answering(
                        "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n400 Bad Request")) {
            assertThat(faultOf(node(rest.port(), new Transport.SystemTls())).code())
                    .isEqualTo("NET-104");
        }
    }

    @Test
    void garbageIsNotTheAccessApi() {
        try (RawServer garbage =
                RawServer.answering("\u0001garbage and more garbage, no frame at all")) {
            assertThat(faultOf(node(garbage.port(), plaintext())).code()).isEqualTo("NET-104");
        }
    }

    @Test
    void whoHangsUpAtOnceDoesNotSpeakTheAccessApi() {
        try (RawServer hangUp = RawServer.hangingUp()) {
            assertThat(faultOf(node(hangUp.port(), plaintext())).code()).isEqualTo("NET-104");
        }
    }

    @Test
    void whoSaysNothingTimesOut() {
        try (RawServer silent = RawServer.silent()) {
            Fault fault =
                    faultOf(
                            node(silent.port(), plaintext()),
                            Deadlines.all(Duration.ofMillis(800)));

            assertThat(fault.code()).isEqualTo("NET-103");
            assertThat(fault.facts()).containsEntry("seconds", "0.8");
        }
    }

    @Test
    void whoSaysNothingToATlsGreetingTimesOut() {
        try (RawServer silent = RawServer.silent()) {
            Fault fault =
                    faultOf(
                            node(silent.port(), new Transport.PinnedTls(KEY)),
                            Deadlines.all(Duration.ofMillis(800)));

            assertThat(fault.code()).isEqualTo("NET-103");
        }
    }

    @Test
    void aTlsAlertInAnswerToPlaintextIsTls() {
        try (RawServer tls = RawServer.answering(new byte[] {0x15, 3, 1, 0, 2, 2, 70})) {
            assertThat(faultOf(node(tls.port(), plaintext())).code()).isEqualTo("NET-111");
        }
    }

    @Test
    void tlsToAPlaintextNodeIsToldAsSuch() {
        try (LoopbackAccessNode plain =
                LoopbackAccessNode.serving(new LoopbackChain("main", "flow-emulator"))) {
            assertThat(faultOf(plain.node("bad", new Transport.SystemTls())).code())
                    .isEqualTo("NET-112");
        }
    }

    @Test
    void pinnedTlsToAPlaintextNodeIsToldAsSuch() {
        try (LoopbackAccessNode plain =
                LoopbackAccessNode.serving(new LoopbackChain("main", "flow-emulator"))) {
            assertThat(faultOf(plain.node("bad", new Transport.PinnedTls(KEY))).code())
                    .isEqualTo("NET-112");
        }
    }

    @Test
    void anAnswerThatIsNoProtobufIsTheNodesFault() {
        try (BytesNode server = new BytesNode(new byte[] {10, 127, 1, 2, 3})) {
            Fault fault = faultOf(server.node());

            assertThat(fault.code()).isEqualTo("NET-126");
            assertThat(fault.facts().get("reason")).isNotBlank();
        }
    }

    @Test
    void anAnswerWithoutTheHeaderAskedForIsTheNodesFault() {
        try (BytesNode server = new BytesNode(new byte[0])) {
            Fault fault = faultOf(server.node());

            assertThat(fault.code()).isEqualTo("NET-126");
            assertThat(fault.facts()).containsEntry("reason", "no header in the answer");
        }
    }

    @Test
    void aLineThatBreaksInTheMiddleOfAnAnswerEndsInAFault() {
        LoopbackChain chain = new LoopbackChain("main", "flow-emulator");
        try (LoopbackAccessNode server = LoopbackAccessNode.serving(chain);
                TcpProxy proxy = new TcpProxy(server.port());
                NodeClient client =
                        new NodeClient(node(proxy.port(), plaintext()), 16 << 20, SHORT)) {
            client.ping();
            server.answerScripts(
                    _ -> {
                        proxy.slow(Duration.ofMillis(20));
                        Thread.ofVirtual().start(() -> cutWhile(proxy));
                        return new byte[8 << 20];
                    });

            FaultException e =
                    catchThrowableOfType(
                            FaultException.class,
                            () ->
                                    client.executeAtHeight(
                                            0, new ScriptCall("s", new byte[0], List.of())));

            assertThat(e.fault().code()).isEqualTo("NET-101");
        }
    }

    @Test
    void aNodeWithoutACallIsToldWithTheCall() {
        try (LoopbackAccessNode server =
                LoopbackAccessNode.serving(new LoopbackChain("main", "flow-emulator"))) {
            server.fail(
                    "GetLatestBlockHeader",
                    Status.UNIMPLEMENTED.withDescription("unknown method"),
                    1);

            Fault fault = faultOf(server.node("bad"));

            assertThat(fault.code()).isEqualTo("NET-125");
            assertThat(fault.facts()).containsEntry("call", "GetLatestBlockHeader");
        }
    }

    @Test
    void anEndlessComplaintIsCutShort() {
        try (LoopbackAccessNode server =
                LoopbackAccessNode.serving(new LoopbackChain("main", "flow-emulator"))) {
            server.fail(
                    "GetLatestBlockHeader", Status.INTERNAL.withDescription("x".repeat(6_000)), 1);

            Fault fault = faultOf(server.node("bad"));

            assertThat(fault.code()).isEqualTo("NET-126");
            assertThat(fault.facts().get("reason")).hasSizeLessThanOrEqualTo(300);
        }
    }

    /** The answer takes ten seconds at this pace, so this cuts it in the middle. */
    private static void cutWhile(TcpProxy proxy) {
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        proxy.cut();
    }
}
