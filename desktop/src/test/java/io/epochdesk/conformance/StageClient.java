package io.epochdesk.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CcfEncoder;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;

import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.access.AccessAPIGrpc;
import org.onflow.protobuf.entities.AccountOuterClass.Account;
import org.onflow.protobuf.entities.BlockHeaderOuterClass.BlockHeader;
import org.onflow.protobuf.entities.EventOuterClass;
import org.onflow.protobuf.entities.EventOuterClass.EventEncodingVersion;
import org.onflow.protobuf.entities.TransactionOuterClass.Transaction;
import org.onflow.protobuf.entities.TransactionOuterClass.TransactionStatus;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** The suite's way to a stage: the Access API over plain stubs. */
final class StageClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RECEIVE_CAP = 64 << 20;

    private final ManagedChannel channel;
    private final AccessAPIGrpc.AccessAPIBlockingStub access;
    private final CadenceDecoder decoder = new CadenceDecoder();

    StageClient(int port) {
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port)
                        .usePlaintext()
                        .maxInboundMessageSize(RECEIVE_CAP)
                        .build();
        access = AccessAPIGrpc.newBlockingStub(channel);
    }

    /** Tries a transaction and waits until it is sealed, if it is taken. */
    Answer send(Attempt attempt) {
        Transaction wire =
                attempt.build(
                        latest().getId().toByteArray(),
                        sequence(attempt.actor().address(), attempt.proposingKey()));
        try {
            ByteString id =
                    access.sendTransaction(
                                    Access.SendTransactionRequest.newBuilder()
                                            .setTransaction(wire)
                                            .build())
                            .getId();
            return sealed(id);
        } catch (StatusRuntimeException e) {
            return Answer.refused(said(e));
        }
    }

    private Answer sealed(ByteString id) {
        Access.GetTransactionRequest asked =
                Access.GetTransactionRequest.newBuilder().setId(id).build();
        Access.TransactionResultResponse result = access.getTransactionResult(asked);
        while (result.getStatus() != TransactionStatus.SEALED) {
            if (result.getStatus() == TransactionStatus.EXPIRED) {
                return Answer.refused("expired");
            }
            result = access.getTransactionResult(asked);
        }
        requireTheSameAsCcf(
                result,
                access.getTransactionResult(
                        asked.toBuilder()
                                .setEventEncodingVersion(EventEncodingVersion.CCF_V0)
                                .build()));
        return answer(result);
    }

    /** Events told as CCF must say what they say as JSON-Cadence. */
    private void requireTheSameAsCcf(
            Access.TransactionResultResponse json, Access.TransactionResultResponse ccf) {
        if (json.getEventsCount() != ccf.getEventsCount()) {
            throw new AssertionError("as CCF there are " + ccf.getEventsCount() + " events");
        }
        for (int i = 0; i < json.getEventsCount(); i++) {
            byte[] compact = ccf.getEvents(i).getPayload().toByteArray();
            CadenceValue told = decoder.decode(json.getEvents(i).getPayload().toByteArray());
            // CCF tells dictionaries in an order of its own
            CadenceValue inOrder = decoder.decode(CcfEncoder.encode(told));
            if (compact[0] != (byte) 0xD8 || !decoder.decode(compact).equals(inOrder)) {
                throw new AssertionError("as CCF another event than " + told);
            }
        }
    }

    private static Answer answer(Access.TransactionResultResponse result) {
        return new Answer(
                result.getErrorMessage().isEmpty() ? Answer.Kind.SUCCEEDED : Answer.Kind.FAILED,
                result.getErrorMessage(),
                result.getEventsList().stream()
                        .sorted(Comparator.comparingInt(EventOuterClass.Event::getEventIndex))
                        .map(
                                event ->
                                        new Answer.Event(
                                                event.getType(),
                                                json(event.getPayload().toByteArray())))
                        .toList(),
                null);
    }

    /** Runs a script at the newest sealed block. */
    Answer ask(String script, JsonNode... arguments) {
        var request =
                Access.ExecuteScriptAtLatestBlockRequest.newBuilder()
                        .setScript(ByteString.copyFromUtf8(script));
        for (JsonNode argument : arguments) {
            request.addArguments(ByteString.copyFromUtf8(argument.toString()));
        }
        try {
            byte[] value =
                    access.executeScriptAtLatestBlock(request.build()).getValue().toByteArray();
            return new Answer(Answer.Kind.SUCCEEDED, "", List.of(), json(value));
        } catch (StatusRuntimeException e) {
            return new Answer(Answer.Kind.FAILED, said(e), List.of(), null);
        }
    }

    /** The newest sealed header. */
    BlockHeader latest() {
        return access.getLatestBlockHeader(
                        Access.GetLatestBlockHeaderRequest.newBuilder().setIsSealed(true).build())
                .getBlock();
    }

    /** An account at the newest sealed block. */
    Account account(String address) {
        return access.getAccountAtLatestBlock(
                        Access.GetAccountAtLatestBlockRequest.newBuilder()
                                .setAddress(bytes(address))
                                .build())
                .getAccount();
    }

    AccessAPIGrpc.AccessAPIBlockingStub access() {
        return access;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    /** The chain's next sequence number of a key; 0 for a key that is not there. */
    private long sequence(String address, int key) {
        try {
            Account account = account(address);
            return key < account.getKeysCount() ? account.getKeys(key).getSequenceNumber() : 0;
        } catch (StatusRuntimeException e) {
            return 0; // an account that is not there: what is tried shows how that is refused
        }
    }

    /** What was said; the status itself differs between an emulator and real access nodes. */
    private static String said(StatusRuntimeException e) {
        return String.valueOf(e.getStatus().getDescription());
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(new String(text, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON-Cadence", e);
        }
    }
}
