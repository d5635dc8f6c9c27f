package io.epochdesk.rehearsal.access;

import static io.epochdesk.rehearsal.access.Client.message;
import static io.epochdesk.rehearsal.access.Client.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.network.LoopbackPorts;
import io.epochdesk.parallel.OwnThreads;
import io.epochdesk.rehearsal.chain.Refusal;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.entities.TransactionOuterClass.Transaction;
import org.onflow.protobuf.entities.TransactionOuterClass.TransactionStatus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;

/** What single calls answer, and how they are refused. */
final class AccessServerTest {

    private final OwnThreads threads = new OwnThreads();
    private final SmallChain chain = new SmallChain("flow-rehearsal");
    private AccessServer server;
    private Client client;

    @BeforeEach
    void open() {
        server = threads.from(() -> AccessServer.start(chain, ServerOptions.usual()));
        client = new Client(server.port());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void saysWhichChainItServesAndThatItIsARehearsal() {
        client.access().ping(Access.PingRequest.getDefaultInstance());
        assertThat(
                        client.access()
                                .getNetworkParameters(
                                        Access.GetNetworkParametersRequest.getDefaultInstance())
                                .getChainId())
                .isEqualTo("flow-rehearsal");
        assertThat(
                        client.access()
                                .getNodeVersionInfo(
                                        Access.GetNodeVersionInfoRequest.getDefaultInstance())
                                .getInfo()
                                .getSemver())
                .contains("rehearsal");
        assertThat(
                        client.access()
                                .getLatestProtocolStateSnapshot(
                                        Access.GetLatestProtocolStateSnapshotRequest
                                                .getDefaultInstance())
                                .getSerializedSnapshot())
                .isEmpty();
    }

    @Test
    void tellsFinalizedFromSealed() {
        chain.addEmpty(5).sealingLate(2);
        assertThat(header(true).getBlock().getHeight()).isEqualTo(3);
        assertThat(header(false).getBlock().getHeight()).isEqualTo(5);
        assertThat(header(true).getBlockStatusValue()).isEqualTo(2);
        assertThat(header(false).getBlockStatusValue()).isEqualTo(1);
        assertThat(header(false).getBlock().getParentView()).isEqualTo(1_008);
        assertThat(header(false).getMetadata().getHighestIndexedHeight()).isEqualTo(3);
    }

    @Test
    void findsBlocksByHeightAndId() {
        chain.addEmpty(3);
        Access.BlockResponse second =
                client.access()
                        .getBlockByHeight(
                                Access.GetBlockByHeightRequest.newBuilder()
                                        .setHeight(2)
                                        .setFullBlockResponse(true)
                                        .build());
        assertThat(second.getBlock().getBlockHeader().getView()).isEqualTo(1_004);
        assertThat(second.getBlock().getBlockSealsCount()).isEqualTo(1);
        assertThat(
                        client.access()
                                .getBlockHeaderByID(
                                        Access.GetBlockHeaderByIDRequest.newBuilder()
                                                .setId(second.getBlock().getParentId())
                                                .build())
                                .getBlock()
                                .getHeight())
                .isEqualTo(1);
        refused(Status.Code.NOT_FOUND, "not found: key not found", () -> byHeight(99));
        refused(
                Status.Code.INVALID_ARGUMENT,
                "invalid block id",
                () ->
                        client.access()
                                .getBlockByID(
                                        Access.GetBlockByIDRequest.newBuilder()
                                                .setId(ByteString.copyFromUtf8("short"))
                                                .build()));
    }

    @Test
    void answersForAccountsAndTheirKeys() {
        chain.addEmpty(2);
        ByteString address = Messages.bytes(SmallChain.ACCOUNT);
        Access.AccountResponse account =
                client.access()
                        .getAccountAtLatestBlock(
                                Access.GetAccountAtLatestBlockRequest.newBuilder()
                                        .setAddress(address)
                                        .build());
        assertThat(account.getAccount().getKeys(0).getSequenceNumber()).isEqualTo(41);
        assertThat(account.getAccount().getKeys(0).getPublicKey().size()).isEqualTo(64);
        assertThat(account.getAccount().getKeys(1).getRevoked()).isTrue();
        assertThat(
                        client.access()
                                .getAccountBalanceAtBlockHeight(
                                        Access.GetAccountBalanceAtBlockHeightRequest.newBuilder()
                                                .setAddress(address)
                                                .setBlockHeight(1)
                                                .build())
                                .getBalance())
                .isEqualTo(12_345_679);
        refused(
                Status.Code.NOT_FOUND,
                "account key with index 7",
                () ->
                        client.access()
                                .getAccountKeyAtLatestBlock(
                                        Access.GetAccountKeyAtLatestBlockRequest.newBuilder()
                                                .setAddress(address)
                                                .setIndex(7)
                                                .build()));
        refused(
                Status.Code.INVALID_ARGUMENT,
                "address cannot be empty",
                () ->
                        client.access()
                                .getAccountAtLatestBlock(
                                        Access.GetAccountAtLatestBlockRequest
                                                .getDefaultInstance()));
        refused(
                Status.Code.OUT_OF_RANGE,
                "block height 3",
                () ->
                        client.access()
                                .getAccountAtBlockHeight(
                                        Access.GetAccountAtBlockHeightRequest.newBuilder()
                                                .setAddress(address)
                                                .setBlockHeight(3)
                                                .build()));
    }

    @Test
    void runsScriptsAtTheHeightAskedFor() {
        chain.addEmpty(4)
                .answering(
                        (text, arguments, height) ->
                                new CadenceValue.StringValue(
                                        text + arguments.size() + " at " + height));
        assertThat(script(2, "x").getValue().toStringUtf8())
                .isEqualTo("{\"type\":\"String\",\"value\":\"x1 at 2\"}");
        refused(Status.Code.OUT_OF_RANGE, "block height 5", () -> script(5, "x"));
        refused(
                Status.Code.INVALID_ARGUMENT,
                "not UTF-8",
                () ->
                        client.access()
                                .executeScriptAtLatestBlock(
                                        Access.ExecuteScriptAtLatestBlockRequest.newBuilder()
                                                .setScript(
                                                        ByteString.copyFrom(
                                                                new byte[] {(byte) 0xc3, 0x28}))
                                                .build()));
        chain.answering(
                (_, _, _) -> {
                    throw new Refusal(Refusal.Kind.INVALID_ARGUMENT, "[Error Code: 1101] no");
                });
        refused(Status.Code.INVALID_ARGUMENT, "[Error Code: 1101] no", () -> script(2, "x"));
        chain.answering(
                (_, _, _) -> {
                    throw new IllegalStateException("a fault of its own");
                });
        refused(Status.Code.INTERNAL, "internal error", () -> script(2, "x"));
    }

    @Test
    void answersEventsOfAtMostTwoHundredAndFiftyHeights() {
        chain.addEmpty(298);
        chain.add(List.of(message("FlowDKG", "BroadcastMessage", "a")));
        chain.add(List.of(message("FlowDKG", "StartDKG", "b")));
        Access.EventsResponse range = events("A.f8d6e0586b0a20c7.FlowDKG.StartDKG", 51, 300);
        assertThat(range.getResultsCount()).isEqualTo(250);
        assertThat(range.getResults(248).getEventsCount()).isZero();
        assertThat(range.getResults(249).getEventsCount()).isOne();
        assertThat(range.getResults(249).getBlockTimestamp().getSeconds()).isPositive();
        assertThat(events("A.f8d6e0586b0a20c7.FlowDKG.StartDKG", 299, 305).getResultsCount())
                .isEqualTo(2);
        refused(
                Status.Code.INVALID_ARGUMENT,
                "requested block range (251) exceeded maximum (250)",
                () -> events("A.f8d6e0586b0a20c7.FlowDKG.StartDKG", 50, 300));
        refused(
                Status.Code.INVALID_ARGUMENT,
                "start height must not be larger than end height",
                () -> events("A.f8d6e0586b0a20c7.FlowDKG.StartDKG", 5, 4));
        refused(
                Status.Code.OUT_OF_RANGE,
                "start height 301 is greater than the last sealed block height 300",
                () -> events("A.f8d6e0586b0a20c7.FlowDKG.StartDKG", 301, 302));
        refused(Status.Code.INVALID_ARGUMENT, "invalid event type", () -> events(" ", 1, 2));
    }

    @Test
    void answersEventsByBlockIds() {
        chain.add(List.of(message("FlowDKG", "StartDKG", "b")));
        Access.GetEventsForBlockIDsRequest.Builder asked =
                Access.GetEventsForBlockIDsRequest.newBuilder()
                        .setType("A.f8d6e0586b0a20c7.FlowDKG.StartDKG")
                        .addBlockIds(Messages.bytes(chain.latestSealed().id()))
                        .addBlockIds(Messages.bytes(chain.root().id()));
        Access.EventsResponse answer = client.access().getEventsForBlockIDs(asked.build());
        assertThat(answer.getResults(0).getEventsCount()).isOne();
        assertThat(answer.getResults(1).getEventsCount()).isZero();
        refused(
                Status.Code.NOT_FOUND,
                "key not found",
                () ->
                        client.access()
                                .getEventsForBlockIDs(
                                        asked.addBlockIds(ByteString.copyFrom(new byte[32]))
                                                .build()));
    }

    @Test
    void takesTransactionsInAndTellsWhatBecameOfThem() {
        Transaction transaction = transaction();
        ByteString id =
                client.access()
                        .sendTransaction(
                                Access.SendTransactionRequest.newBuilder()
                                        .setTransaction(transaction)
                                        .build())
                        .getId();
        Access.GetTransactionRequest byId =
                Access.GetTransactionRequest.newBuilder().setId(id).build();
        assertThat(client.access().getTransaction(byId).getTransaction()).isEqualTo(transaction);
        Access.TransactionResultResponse result = client.access().getTransactionResult(byId);
        assertThat(result.getStatus()).isEqualTo(TransactionStatus.SEALED);
        assertThat(result.getStatusCode()).isZero();
        assertThat(result.getComputationUsage()).isEqualTo(7);
        assertThat(
                        client.access()
                                .getCollectionByID(
                                        Access.GetCollectionByIDRequest.newBuilder()
                                                .setId(result.getCollectionId())
                                                .build())
                                .getCollection()
                                .getTransactionIdsList())
                .containsExactly(id);
        assertThat(
                        client.access()
                                .getTransactionResultsByBlockID(
                                        Access.GetTransactionsByBlockIDRequest.newBuilder()
                                                .setBlockId(result.getBlockId())
                                                .build())
                                .getTransactionResultsCount())
                .as("the transaction and the system's")
                .isEqualTo(2);
        refused(
                Status.Code.NOT_FOUND,
                "not found",
                () ->
                        client.access()
                                .getTransactionResult(
                                        Access.GetTransactionRequest.newBuilder()
                                                .setId(ByteString.copyFrom(new byte[32]))
                                                .build()));
        refused(
                Status.Code.INVALID_ARGUMENT,
                "unknown reference block",
                () ->
                        client.access()
                                .sendTransaction(
                                        Access.SendTransactionRequest.newBuilder()
                                                .setTransaction(
                                                        transaction.toBuilder()
                                                                .setReferenceBlockId(
                                                                        ByteString.copyFrom(
                                                                                new byte[32])))
                                                .build()));
    }

    @Test
    void refusesWhatIsTooLargeOrNoMessageAtAll() {
        refused(
                Status.Code.RESOURCE_EXHAUSTED,
                "exceeds maximum size 4194304",
                () -> script(0, "x".repeat(5 << 20)));
        MethodDescriptor<byte[], byte[]> raw =
                MethodDescriptor.<byte[], byte[]>newBuilder()
                        .setType(MethodDescriptor.MethodType.UNARY)
                        .setFullMethodName("flow.access.AccessAPI/GetBlockByID")
                        .setRequestMarshaller(new Bytes())
                        .setResponseMarshaller(new Bytes())
                        .build();
        assertThatThrownBy(
                        () ->
                                ClientCalls.blockingUnaryCall(
                                        client.channel(),
                                        raw,
                                        CallOptions.DEFAULT,
                                        new byte[] {(byte) 0xff, (byte) 0xff, 1}))
                .isInstanceOf(io.grpc.StatusRuntimeException.class);
        client.access().ping(Access.PingRequest.getDefaultInstance());
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : each.inetAddresses().toList()) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(
                                    () -> {
                                        try (Socket socket = new Socket()) {
                                            socket.connect(
                                                    new InetSocketAddress(address, server.port()),
                                                    500);
                                        }
                                    })
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void leavesNoPortAndNoThreadBehind() {
        int port = server.port();
        client.access().ping(Access.PingRequest.getDefaultInstance());
        assertThat(threads.alive("rehearsal-")).isNotEmpty();
        client.close();
        server.close();
        await().until(() -> threads.alive("rehearsal-").isEmpty());
        assertThat(LoopbackPorts.isOpen(port)).isFalse();
    }

    private Transaction transaction() {
        ByteString address = Messages.bytes(SmallChain.ACCOUNT);
        return Transaction.newBuilder()
                .setScript(ByteString.copyFromUtf8("transaction {}"))
                .addArguments(ByteString.copyFromUtf8("{\"type\":\"Void\"}"))
                .setReferenceBlockId(Messages.bytes(chain.root().id()))
                .setGasLimit(9_999)
                .setProposalKey(
                        Transaction.ProposalKey.newBuilder()
                                .setAddress(address)
                                .setSequenceNumber(41))
                .setPayer(address)
                .addAuthorizers(address)
                .addEnvelopeSignatures(
                        Transaction.Signature.newBuilder()
                                .setAddress(address)
                                .setSignature(ByteString.copyFrom(new byte[64])))
                .build();
    }

    private Access.BlockHeaderResponse header(boolean sealed) {
        return client.access()
                .getLatestBlockHeader(
                        Access.GetLatestBlockHeaderRequest.newBuilder()
                                .setIsSealed(sealed)
                                .build());
    }

    private Access.BlockHeaderResponse byHeight(long height) {
        return client.access()
                .getBlockHeaderByHeight(
                        Access.GetBlockHeaderByHeightRequest.newBuilder()
                                .setHeight(height)
                                .build());
    }

    private Access.ExecuteScriptResponse script(long height, String text) {
        return client.access()
                .executeScriptAtBlockHeight(
                        Access.ExecuteScriptAtBlockHeightRequest.newBuilder()
                                .setBlockHeight(height)
                                .setScript(ByteString.copyFromUtf8(text))
                                .addArguments(ByteString.copyFromUtf8("{}"))
                                .build());
    }

    private Access.EventsResponse events(String type, long from, long to) {
        return client.access()
                .getEventsForHeightRange(
                        Access.GetEventsForHeightRangeRequest.newBuilder()
                                .setType(type)
                                .setStartHeight(from)
                                .setEndHeight(to)
                                .build());
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
