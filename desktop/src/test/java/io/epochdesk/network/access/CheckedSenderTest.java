package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.Connection.State;
import io.epochdesk.network.KeySignature;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.ProposalKey;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.network.TransactionProgress;
import io.epochdesk.network.TransactionSender;
import io.epochdesk.network.TransactionSender.HandedIn;
import io.grpc.Status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onflow.protobuf.entities.AccountOuterClass.AccountKey;

import java.util.List;
import java.util.Objects;

@Timeout(60)
class CheckedSenderTest {

    private static final FlowAddress ACCOUNT = FlowAddress.of("f8d6e0586b0a20c7");

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
    void handsInOnceAndTellsHowFarItIs() {
        HandedIn handedIn = send();

        assertThat(handedIn.acknowledged()).isTrue();
        assertThat(first.transactions()).hasSize(1);
        assertThat(second.transactions()).isEmpty();
        assertThat(network.transactions().progress(handedIn.id(), identity()).state())
                .isEqualTo(TransactionProgress.State.SEALED);
    }

    @Test
    void sendsNothingToANodeThatShowsAnotherHistoryByNow() {
        ChainIdentity known = identity();
        TransactionBody made = made();
        first.serve(chain("b", 25));

        FaultException refused =
                catchThrowableOfType(
                        FaultException.class, () -> network.transactions().handIn(made, known));

        assertThat(refused.fault().code()).isIn("CHN-302", "CHN-303");
        assertThat(first.transactions()).isEmpty();
        assertThat(second.transactions()).isEmpty();
    }

    @Test
    void sendsNothingToANodeThatServesAnotherChainByNow() {
        ChainIdentity known = identity();
        TransactionBody made = made();
        first.serve(new LoopbackChain("a", "flow-testnet"));

        FaultException refused =
                catchThrowableOfType(
                        FaultException.class, () -> network.transactions().handIn(made, known));

        assertThat(refused.fault().code()).isEqualTo("CHN-301");
        assertThat(first.transactions()).isEmpty();
    }

    @Test
    void sendsNothingThatWasMadeForAnotherNetwork() {
        ChainIdentity other = new ChainIdentity("emulator", ChainId.EMULATOR, "ff".repeat(32), 0);
        TransactionBody made = made();

        FaultException refused =
                catchThrowableOfType(
                        FaultException.class, () -> network.transactions().handIn(made, other));

        assertThat(refused.fault().code()).isEqualTo("CHN-302");
        assertThat(first.transactions()).isEmpty();
    }

    @Test
    void checksChainAndHistoryRightBeforeEverySend() {
        send();
        TransactionBody made = made();
        first.resetCalls();
        var _ = network.transactions().handIn(made, identity());

        assertThat(first.calls("GetNetworkParameters")).isPositive();
        assertThat(first.calls("SendTransaction")).isEqualTo(1);
    }

    @Test
    void readsSequenceNumberAndReferenceBlockFromOneNode() {
        TransactionSender.Footing footing = network.transactions().footing(ACCOUNT);

        assertThat(footing.reference().height()).isEqualTo(20);
        assertThat(footing.account().key(0).orElseThrow().sequenceNumber()).isEqualTo(41);
        assertThat(footing.identity()).isEqualTo(identity());
        assertThat(footing.source()).isEqualTo("one");
    }

    @Test
    void knowsABlockByItsIdAndNoOther() {
        BlockHeader reference = network.transactions().footing(ACCOUNT).reference();

        assertThat(network.transactions().block(reference.id())).contains(reference);
        assertThat(network.transactions().block("ee".repeat(32))).isEmpty();
    }

    @Test
    void whatMayHaveArrivedIsNotAcknowledgedAndNotSentAgain() {
        TransactionBody made = made();
        first.fail("SendTransaction", Status.UNAVAILABLE, 1);

        HandedIn handedIn = network.transactions().handIn(made, identity());

        assertThat(handedIn.acknowledged()).isFalse();
        assertThat(handedIn.id()).isEqualTo(new CanonicalTransactions().id(made));
        assertThat(first.calls("SendTransaction") + second.calls("SendTransaction")).isEqualTo(1);
    }

    @Test
    void aRefusalIsTold() {
        TransactionBody made = made();
        first.fail(
                "SendTransaction",
                Status.INVALID_ARGUMENT.withDescription("transaction is expired"),
                1);

        FaultException refused =
                catchThrowableOfType(
                        FaultException.class,
                        () -> network.transactions().handIn(made, identity()));

        assertThat(refused.fault().code()).isEqualTo("NET-123");
    }

    @Test
    void aSilentNodeIsReplacedByAnotherForTheResult() {
        HandedIn handedIn = send();
        first.fail("GetTransactionResult", Status.UNAVAILABLE, 100);

        assertThat(network.transactions().progress(handedIn.id(), identity()).state())
                .isEqualTo(TransactionProgress.State.PENDING);
        assertThat(second.calls("GetTransactionResult")).isPositive();
    }

    private HandedIn send() {
        return network.transactions().handIn(made(), identity());
    }

    private TransactionBody made() {
        return TransactionBody.ofOne(
                        "transaction { execute {} }",
                        List.of(),
                        network.transactions().footing(ACCOUNT).reference().id(),
                        new ProposalKey(ACCOUNT, 0, 41))
                .with(new KeySignature(ACCOUNT, 0, "01".repeat(64)));
    }

    private ChainIdentity identity() {
        return Objects.requireNonNull(network.connection().current().identity());
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
                                                .setSequenceNumber(41)
                                                .setWeight(1_000))
                                .build());
        return node;
    }

    private static LoopbackChain chain(String name, int tip) {
        LoopbackChain chain = new LoopbackChain(name, "flow-emulator");
        chain.sealEmpty(tip);
        return chain;
    }
}
