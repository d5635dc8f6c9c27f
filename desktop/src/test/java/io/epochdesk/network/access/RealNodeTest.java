package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.emulator.EmulatorProcess;
import io.epochdesk.emulator.RequiresEmulator;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.NodeCheck;
import io.epochdesk.network.TransactionProgress;
import io.epochdesk.network.Transport;
import io.epochdesk.parallel.BesideOthers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.onflow.sdk.HashAlgorithm;
import org.onflow.sdk.SignatureAlgorithm;
import org.onflow.sdk.Signer;
import org.onflow.sdk.crypto.Crypto;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The client against a real emulator: what it answers, and that the chain accepts what is signed
 * here.
 */
@RequiresEmulator
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
@BesideOthers
class RealNodeTest {

    private static final String TYPE = "A.f8d6e0586b0a20c7.FlowIDTableStaking.NewWeeklyPayout";
    private static final FlowAddress SERVICE = FlowAddress.of("f8d6e0586b0a20c7");

    private EmulatorProcess emulator;
    private NodeClient client;

    @BeforeAll
    void start() {
        emulator = EmulatorProcess.start();
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @BeforeEach
    void open() {
        client = new NodeClient(node(emulator.grpcPort()), 32 << 20, Deadlines.USUAL);
    }

    /** Not kept until the next test: others may look what is open between two. */
    @AfterEach
    void close() {
        client.close();
    }

    private static AccessNode node(int port) {
        return new AccessNode("emulator", "127.0.0.1", port, new Transport.Plaintext());
    }

    private static ScriptCall script(String source) {
        return new ScriptCall("test", source.getBytes(StandardCharsets.UTF_8), List.of());
    }

    private Fault scriptFault(String source) {
        FaultException e =
                catchThrowableOfType(
                        FaultException.class, () -> client.executeAtLatest(script(source)));
        assertThat(e).as("a fault").isNotNull();
        return e.fault();
    }

    private final Signer signer =
            Crypto.getSigner(
                    Crypto.decodePrivateKey(
                            EmulatorProcess.SERVICE_KEY, SignatureAlgorithm.ECDSA_P256),
                    HashAlgorithm.SHA3_256);

    private OneSender.Sent send(String source) {
        return new OneSender(client).send(source, SERVICE, 0, signer::sign);
    }

    @Test
    void aProbeTellsChainAndHeight() {
        NodeCheck check = new DirectNodeProbe().check(node(emulator.grpcPort()), 1 << 20);

        assertThat(check.chain().value()).isEqualTo("flow-emulator");
        assertThat(check.version()).isEmpty();
    }

    @Test
    void theRestPortIsNotTheAccessApi() {
        FaultException e =
                catchThrowableOfType(
                        FaultException.class,
                        () -> new DirectNodeProbe().check(node(emulator.restPort()), 1 << 20));

        assertThat(e.fault().code()).isEqualTo("NET-104");
    }

    @Test
    void tlsToTheEmulatorIsToldAsPlaintextSpoken() {
        AccessNode tls =
                new AccessNode("e", "127.0.0.1", emulator.grpcPort(), new Transport.SystemTls());

        FaultException e =
                catchThrowableOfType(
                        FaultException.class, () -> new DirectNodeProbe().check(tls, 1 << 20));

        assertThat(e.fault().code()).isEqualTo("NET-112");
    }

    @Test
    void theChainAcceptsWhatIsSignedAndKnowsItByOurId() {
        OneSender.Sent outcome =
                send("transaction { prepare(a: auth(Storage) &Account) { log(\"hello\") } }");

        assertThat(outcome.error()).isEmpty();
        assertThat(client.transactionResult(outcome.id()).state())
                .isEqualTo(TransactionProgress.State.SEALED);
        assertThat(client.headerByHeight(outcome.height()).height()).isEqualTo(outcome.height());
    }

    @Test
    void anErrorOfTheContractIsAnOutcome() {
        OneSender.Sent outcome =
                send("transaction { prepare(a: &Account) { panic(\"not today\") } }");

        assertThat(outcome.error()).isNotEmpty();
        assertThat(outcome.error()).contains("panic: not today");
    }

    @Test
    void aScriptThatPanicsIsTheChainsFault() {
        Fault fault = scriptFault("access(all) fun main() { panic(\"no\") }");

        assertThat(fault.code()).isEqualTo("CHN-311");
        assertThat(fault.facts()).containsEntry("reason", "panic: no");
    }

    @Test
    void aContractThatIsNotThereIsNamed() {
        Fault fault =
                scriptFault("import FlowEpoch from 0x0ae53cb6e3f42a79\naccess(all) fun main() {}");

        assertThat(fault.code()).isEqualTo("CHN-313");
        assertThat(fault.facts()).containsEntry("contract", "FlowEpoch");
    }

    @Test
    void aHeightThatIsNotThereYetIsTold() {
        FaultException e =
                catchThrowableOfType(
                        FaultException.class,
                        () ->
                                client.executeAtHeight(
                                        1_000_000, script("access(all) fun main() {}")));

        assertThat(e.fault().code()).isEqualTo("NET-124");
    }

    @Test
    void aRangeOfEventsCoversEveryHeight() {
        long latest = client.latestSealedHeader().height();

        assertThat(client.events(TYPE, 0, latest, EventForm.JSON).coveredTo()).isEqualTo(latest);
    }

    @Test
    void aRangeBeyondTheNewestBlockIsCoveredToIt() {
        long latest = client.latestSealedHeader().height();

        assertThat(client.events(TYPE, 0, latest + 5, EventForm.JSON).coveredTo())
                .isBetween(latest, latest + 5);
    }

    @Test
    void headersAndHeartbeatsAreStreamed() {
        Recording<BlockHeader> headers = new Recording<>();
        Recording<EventBatch> batches = new Recording<>();
        long from = client.latestSealedHeader().height() + 1;
        try (NodeStream _ = client.subscribeHeaders(headers);
                NodeStream _ = client.subscribeEvents(Set.of(TYPE), from, 1, batches)) {
            OneSender.Sent sent = send("transaction { prepare(a: &Account) {} }");
            await().until(
                            () ->
                                    batches.messages().stream()
                                            .anyMatch(b -> b.height() == sent.height()));
            await().until(
                            () ->
                                    headers.messages().stream()
                                            .anyMatch(h -> h.height() == sent.height()));
        }
    }
}
