package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Program;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.Connection.State;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.TransactionSender.EnvelopeSigner;
import io.epochdesk.network.TransactionSender.TransactionOutcome;
import io.grpc.Status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onflow.protobuf.entities.AccountOuterClass.AccountKey;

import java.util.List;

@Timeout(60)
class CheckedSenderTest {

    private static final Program TRANSACTION = new Program("move", "transaction { execute {} }");
    private static final EnvelopeSigner SIGNER = new FixedSigner();
    private static final int FASTER = 300;

    private final LoopbackAccessNode first = node("a", 20);
    private final LoopbackAccessNode second = node("a", 20);
    private GrpcFlowNetwork network = open();

    @BeforeEach
    void connect() {
        await().until(() -> network.connection().current().state() == State.CONNECTED);
    }

    @AfterEach
    void close() {
        network.close();
        first.close();
        second.close();
    }

    @Test
    void sendsOnceAndReturnsWhatTheChainMadeOfIt() {
        TransactionOutcome outcome = send();

        assertThat(outcome.succeeded()).isTrue();
        assertThat(first.transactions()).hasSize(1);
        assertThat(second.transactions()).isEmpty();
    }

    @Test
    void sendsNothingToANodeThatShowsAnotherHistoryByNow() {
        first.serve(chain("b", 25));

        FaultException refused = catchThrowableOfType(FaultException.class, this::send);

        assertThat(refused.fault().code()).isIn("CHN-302", "CHN-303");
        assertThat(first.transactions()).isEmpty();
        assertThat(second.transactions()).isEmpty();
    }

    @Test
    void sendsNothingToANodeThatServesAnotherChainByNow() {
        first.serve(new LoopbackChain("a", "flow-testnet"));

        FaultException refused = catchThrowableOfType(FaultException.class, this::send);

        assertThat(refused.fault().code()).isEqualTo("CHN-301");
        assertThat(first.transactions()).isEmpty();
    }

    @Test
    void checksChainAndHistoryRightBeforeEverySend() {
        send();
        first.resetCalls();
        send();

        assertThat(first.calls("GetNetworkParameters")).isPositive();
        assertThat(first.calls("SendTransaction")).isEqualTo(1);
    }

    @Test
    void whatMayHaveArrivedIsFollowedAndNeverSentAgainAnywhere() {
        network.close();
        network = GrpcFlowNetwork.open(profile(), new TimeLapse(FASTER));
        connect();
        first.resetCalls();
        first.fail("SendTransaction", Status.UNAVAILABLE, 1);

        FaultException unknown = catchThrowableOfType(FaultException.class, this::send);

        assertThat(unknown.fault().facts().get("reason")).contains("not sealed");
        assertThat(first.calls("SendTransaction") + second.calls("SendTransaction")).isEqualTo(1);
        assertThat(first.calls("GetTransactionResult")).isGreaterThan(10);
    }

    private TransactionOutcome send() {
        return network.transactions().sendAndSeal(TRANSACTION, List.of(), SIGNER);
    }

    private GrpcFlowNetwork open() {
        return GrpcFlowNetwork.open(profile());
    }

    private NetworkProfile profile() {
        return NetworkProfiles.emulator().withNodes(List.of(first.node("one"), second.node("two")));
    }

    private static LoopbackAccessNode node(String name, int tip) {
        LoopbackAccessNode node = LoopbackAccessNode.serving(chain(name, tip));
        node.answerAccounts(
                account ->
                        account.setBalance(1)
                                .addKeys(
                                        AccountKey.newBuilder()
                                                .setIndex(0)
                                                .setPublicKey(ByteString.copyFrom(new byte[64]))
                                                .setSignAlgo(2)
                                                .setHashAlgo(3)
                                                .setWeight(1_000))
                                .build());
        return node;
    }

    private static LoopbackChain chain(String name, int tip) {
        LoopbackChain chain = new LoopbackChain(name, "flow-emulator");
        chain.sealEmpty(tip);
        return chain;
    }

    private static final class FixedSigner implements EnvelopeSigner {
        @Override
        public FlowAddress address() {
            return FlowAddress.of("f8d6e0586b0a20c7");
        }

        @Override
        public int keyIndex() {
            return 0;
        }

        @Override
        public byte[] sign(byte[] message) {
            return new byte[64];
        }
    }
}
