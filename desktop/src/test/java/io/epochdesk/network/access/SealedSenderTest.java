package io.epochdesk.network.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.TransactionSender.EnvelopeSigner;
import io.epochdesk.network.TransactionSender.TransactionOutcome;
import io.grpc.Status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onflow.protobuf.entities.AccountOuterClass.AccountKey;
import org.onflow.protobuf.entities.TransactionOuterClass.Transaction;
import org.onflow.protobuf.entities.TransactionOuterClass.TransactionStatus;
import org.onflow.sdk.FlowTransaction;
import org.onflow.sdk.HashAlgorithm;
import org.onflow.sdk.SignatureAlgorithm;
import org.onflow.sdk.Signer;
import org.onflow.sdk.crypto.Crypto;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(20)
class SealedSenderTest {

    private static final FlowAddress SERVICE = FlowAddress.of("f8d6e0586b0a20c7");
    private static final List<byte[]> ARGUMENTS =
            List.of("{\"type\":\"UInt8\",\"value\":\"7\"}".getBytes(StandardCharsets.UTF_8));

    private final LoopbackChain chain = new LoopbackChain("main", "flow-emulator", 10);
    private final LoopbackAccessNode server = LoopbackAccessNode.serving(chain);
    private final NodeClient client =
            new NodeClient(server.node("n"), 1 << 20, Deadlines.all(Duration.ofSeconds(10)));
    private final AtomicInteger pauses = new AtomicInteger();
    private final SealedSender sender =
            new SealedSender(
                    _ -> pauses.incrementAndGet(), Duration.ofSeconds(1), Duration.ofSeconds(5));

    SealedSenderTest() {
        server.answerAccounts(
                account ->
                        account.addKeys(AccountKey.newBuilder().setIndex(0).setRevoked(true))
                                .addKeys(AccountKey.newBuilder().setIndex(1).setSequenceNumber(41))
                                .build());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record FixedSigner(int keyIndex, byte[] signature) implements EnvelopeSigner {
        @Override
        public FlowAddress address() {
            return SERVICE;
        }

        @Override
        public byte[] sign(byte[] message) {
            return signature.clone();
        }
    }

    private TransactionOutcome send(EnvelopeSigner signer) {
        return sender.send("transaction {}", ARGUMENTS, signer, () -> client);
    }

    private Fault faultOf(EnvelopeSigner signer) {
        FaultException e = catchThrowableOfType(FaultException.class, () -> send(signer));
        assertThat(e).as("a fault").isNotNull();
        return e.fault();
    }

    @Test
    void oneAccountProposesPaysAndAuthorizesAndSignsTheEnvelopeAlone() {
        chain.sealEmpty(2);

        TransactionOutcome outcome = send(new FixedSigner(1, new byte[64]));

        Transaction sent = server.transactions().getFirst();
        assertThat(sent.getGasLimit()).isEqualTo(9_999);
        assertThat(sent.getProposalKey().getSequenceNumber()).isEqualTo(41);
        assertThat(sent.getProposalKey().getKeyId()).isEqualTo(1);
        assertThat(Answers.hex(sent.getPayer())).isEqualTo(SERVICE.hex());
        assertThat(sent.getAuthorizersList()).containsExactly(sent.getPayer());
        assertThat(sent.getPayloadSignaturesList()).isEmpty();
        assertThat(sent.getEnvelopeSignaturesList()).hasSize(1);
        assertThat(Answers.hex(sent.getReferenceBlockId()))
                .isEqualTo(client.headerByHeight(12).id());
        assertThat(outcome.succeeded()).isTrue();
        assertThat(outcome.height()).isEqualTo(13);
    }

    @Test
    void whatIsSignedIsWhatTheSdksOwnSignerSigns() {
        Signer sdk =
                Crypto.getSigner(
                        Crypto.generateKeyPair(SignatureAlgorithm.ECDSA_P256).getPrivate(),
                        HashAlgorithm.SHA3_256);
        byte[][] message = new byte[1][];
        EnvelopeSigner signer =
                new EnvelopeSigner() {
                    @Override
                    public FlowAddress address() {
                        return SERVICE;
                    }

                    @Override
                    public int keyIndex() {
                        return 1;
                    }

                    @Override
                    public byte[] sign(byte[] given) {
                        message[0] = given;
                        return sdk.sign(given);
                    }
                };

        TransactionOutcome ignored = send(signer);

        FlowTransaction sent = FlowTransaction.of(server.transactions().getFirst());
        byte[] envelope = sent.getCanonicalAuthorizationEnvelope();
        byte[] tag = new byte[32];
        byte[] text = "FLOW-V0.0-transaction".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, tag, 0, text.length);
        assertThat(message[0]).startsWith(tag).endsWith(envelope).hasSize(32 + envelope.length);
    }

    @Test
    void anErrorOfTheContractIsAnOutcomeWithTheWholeText() {
        server.decideTransactions(
                result ->
                        result.setStatusCode(1)
                                .setErrorMessage("[Error Code: 1101] panic: no")
                                .addEvents(LoopbackChain.event("A.x.Fees", "{}")));

        TransactionOutcome outcome = send(new FixedSigner(1, new byte[64]));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.error()).isEqualTo("[Error Code: 1101] panic: no");
        assertThat(outcome.events()).extracting(ChainEvent::type).containsExactly("A.x.Fees");
    }

    @Test
    void aTransactionThatMayHaveArrivedIsFollowedAndNotSentAgain() {
        server.fail("SendTransaction", Status.UNAVAILABLE.withDescription("io exception"), 1);

        Fault fault = faultOf(new FixedSigner(1, new byte[64]));

        assertThat(server.calls("SendTransaction")).isEqualTo(1);
        assertThat(fault.code()).isEqualTo("CHN-321");
        assertThat(fault.facts().get("reason")).contains("not sealed within 5 s");
    }

    @Test
    void aTransactionThatTheNodeRefusesIsNotFollowed() {
        server.fail(
                "SendTransaction",
                Status.INVALID_ARGUMENT.withDescription("transaction is expired"),
                1);

        assertThat(faultOf(new FixedSigner(1, new byte[64])).code()).isEqualTo("NET-123");
        assertThat(server.calls("GetTransactionResult")).isZero();
    }

    @Test
    void followingOutlastsPassingFaults() {
        server.fail("GetTransactionResult", Status.UNAVAILABLE.withDescription("io exception"), 2);
        server.fail("GetTransactionResult", Status.NOT_FOUND, 1);

        assertThat(send(new FixedSigner(1, new byte[64])).succeeded()).isTrue();
        assertThat(pauses).hasValue(3);
    }

    @Test
    void anExpiredTransactionIsTold() {
        server.decideTransactions(result -> result.setStatus(TransactionStatus.EXPIRED));

        Fault fault = faultOf(new FixedSigner(1, new byte[64]));

        assertThat(fault.facts().get("reason")).startsWith("it expired before a block took it");
    }

    @Test
    void aRevokedKeySignsNothing() {
        assertThat(faultOf(new FixedSigner(0, new byte[64])).facts().get("reason"))
                .isEqualTo("key 0 of 0xf8d6e0586b0a20c7 is revoked");
        assertThat(server.transactions()).isEmpty();
    }

    @Test
    void aKeyThatTheAccountDoesNotHaveSignsNothing() {
        assertThat(faultOf(new FixedSigner(5, new byte[64])).facts().get("reason"))
                .isEqualTo("account 0xf8d6e0586b0a20c7 has no key 5");
    }

    @Test
    void aSignatureOfAnotherLengthIsNotSent() {
        assertThat(faultOf(new FixedSigner(1, new byte[70])).code()).isEqualTo("CHN-321");
        assertThat(server.transactions()).isEmpty();
    }
}
