package io.epochdesk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.google.protobuf.ByteString;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;

import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.access.AccessAPIGrpc;
import org.onflow.protobuf.entities.BlockHeaderOuterClass.BlockHeader;
import org.onflow.protobuf.entities.EventOuterClass;
import org.onflow.protobuf.entities.TransactionOuterClass.TransactionStatus;
import org.onflow.sdk.FlowAddress;
import org.onflow.sdk.FlowArgument;
import org.onflow.sdk.FlowId;
import org.onflow.sdk.FlowScript;
import org.onflow.sdk.FlowTransaction;
import org.onflow.sdk.FlowTransactionProposalKey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The judge's own way to an emulator: plain stubs, transactions signed with flow-jvm-sdk, answers
 * read by Jackson.
 */
final class ChainClient implements AutoCloseable {

    /** The service account; the epoch contracts are deployed on it. */
    static final String SERVICE = "f8d6e0586b0a20c7";

    private static final Map<String, String> ELSEWHERE =
            Map.of("FlowToken", "0ae53cb6e3f42a79", "FungibleToken", "ee82856bf20e2aa6");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import \"(\\w+)\"$");
    private static final int RECEIVE_CAP = 256 << 20;

    private final ManagedChannel channel;
    private final AccessAPIGrpc.AccessAPIBlockingStub access;
    private final Map<String, String> programs = new ConcurrentHashMap<>();

    ChainClient(int port) {
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port)
                        .usePlaintext()
                        .maxInboundMessageSize(RECEIVE_CAP)
                        .build();
        access = AccessAPIGrpc.newBlockingStub(channel);
    }

    /** An event as plain JSON. */
    record Event(long height, String type, JsonNode fields) {
        /** The event's name without address and contract. */
        String name() {
            return type.substring(type.lastIndexOf('.') + 1);
        }
    }

    /** How a transaction ended. */
    record Outcome(long height, String error, List<Event> events) {
        List<Event> named(String name) {
            return events.stream().filter(event -> event.name().equals(name)).toList();
        }

        /** Address of the last account this transaction created, sixteen hex digits. */
        String accountCreated() {
            return named("AccountCreated").getLast().fields().path("address").asText().substring(2);
        }
    }

    /**
     * Sends a transaction of this folder, signed by one account for everything, and waits until it
     * is sealed.
     */
    Outcome send(ChainAccount account, String program, JsonNode... arguments) {
        FlowAddress address = account.flowAddress();
        List<FlowArgument> encoded = new ArrayList<>();
        for (JsonNode argument : arguments) {
            encoded.add(new FlowArgument(argument.toString().getBytes(StandardCharsets.UTF_8)));
        }
        FlowTransaction transaction =
                new FlowTransaction(
                                new FlowScript(program(program)),
                                encoded,
                                FlowId.of(latest().getId().toByteArray()),
                                9999L,
                                new FlowTransactionProposalKey(address, 0, account.takeSequence()),
                                address,
                                List.of(address),
                                List.of(),
                                List.of())
                        .addEnvelopeSignature(address, 0, account.signer());
        ByteString id =
                access.sendTransaction(
                                Access.SendTransactionRequest.newBuilder()
                                        .setTransaction(transaction.builder().build())
                                        .build())
                        .getId();
        Access.TransactionResultResponse result = result(id);
        while (result.getStatus() != TransactionStatus.SEALED) {
            result = result(id);
        }
        return new Outcome(
                result.getBlockHeight(),
                result.getErrorMessage(),
                result.getEventsList().stream().map(event -> decoded(event, -1)).toList());
    }

    /** The same for a transaction that must succeed. */
    Outcome run(ChainAccount account, String program, JsonNode... arguments) {
        Outcome outcome = send(account, program, arguments);
        if (!outcome.error().isEmpty()) {
            throw new IllegalStateException(program + " failed: " + outcome.error());
        }
        return outcome;
    }

    /** What a script of this folder answers at a height. */
    JsonNode ask(long height, String program) {
        return PlainCadence.read(
                access.executeScriptAtBlockHeight(
                                Access.ExecuteScriptAtBlockHeightRequest.newBuilder()
                                        .setBlockHeight(height)
                                        .setScript(ByteString.copyFromUtf8(program(program)))
                                        .build())
                        .getValue()
                        .toByteArray());
    }

    /** The newest sealed header. */
    BlockHeader latest() {
        return access.getLatestBlockHeader(
                        Access.GetLatestBlockHeaderRequest.newBuilder().setIsSealed(true).build())
                .getBlock();
    }

    /** All events of a type of an epoch contract between two heights. */
    List<Event> events(String type, long from, long to) {
        return access
                .getEventsForHeightRange(
                        Access.GetEventsForHeightRangeRequest.newBuilder()
                                .setType("A." + SERVICE + "." + type)
                                .setStartHeight(from)
                                .setEndHeight(to)
                                .build())
                .getResultsList()
                .stream()
                .flatMap(
                        block ->
                                block.getEventsList().stream()
                                        .map(event -> decoded(event, block.getBlockHeight())))
                .toList();
    }

    /** The account's next sequence number by the chain. */
    long sequenceOf(String address) {
        return access.getAccountAtLatestBlock(
                        Access.GetAccountAtLatestBlockRequest.newBuilder()
                                .setAddress(ByteString.copyFrom(HexFormat.of().parseHex(address)))
                                .build())
                .getAccount()
                .getKeys(0)
                .getSequenceNumber();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private Access.TransactionResultResponse result(ByteString id) {
        return access.getTransactionResult(
                Access.GetTransactionRequest.newBuilder().setId(id).build());
    }

    private static Event decoded(EventOuterClass.Event event, long height) {
        boolean own =
                event.getType().startsWith("A." + SERVICE + ".Flow")
                        || event.getType().equals("flow.AccountCreated");
        return new Event(
                height,
                event.getType(),
                own ? PlainCadence.read(event.getPayload().toByteArray()) : NullNode.getInstance());
    }

    private String program(String name) {
        return programs.computeIfAbsent(name, ChainClient::resolved);
    }

    private static String resolved(String name) {
        try (InputStream file = ChainClient.class.getResourceAsStream(name + ".cdc")) {
            if (file == null) {
                throw new IllegalArgumentException("no program " + name);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return IMPORT.matcher(text)
                    .replaceAll(
                            match ->
                                    Matcher.quoteReplacement(
                                            "import "
                                                    + match.group(1)
                                                    + " from 0x"
                                                    + ELSEWHERE.getOrDefault(
                                                            match.group(1), SERVICE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
