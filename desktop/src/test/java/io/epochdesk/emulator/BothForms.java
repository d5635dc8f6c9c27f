package io.epochdesk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;

import io.epochdesk.cadence.CadenceDecoder;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;

import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.access.AccessAPIGrpc;
import org.onflow.protobuf.entities.EventOuterClass.Event;
import org.onflow.protobuf.entities.EventOuterClass.EventEncodingVersion;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks an emulator for every event of its chain twice, as CCF and as JSON-Cadence, and expects the
 * same values of both.
 */
final class BothForms {

    private final AccessAPIGrpc.AccessAPIBlockingStub access;
    private final CadenceDecoder decoder = new CadenceDecoder();

    private BothForms(AccessAPIGrpc.AccessAPIBlockingStub access) {
        this.access = access;
    }

    /** Compares all events so far; the types there were, by their names without the account. */
    static Set<String> compared(EmulatorProcess emulator) {
        ManagedChannel channel =
                ManagedChannelBuilder.forAddress("127.0.0.1", emulator.grpcPort())
                        .usePlaintext()
                        .maxInboundMessageSize(64 << 20)
                        .build();
        try {
            return new BothForms(AccessAPIGrpc.newBlockingStub(channel)).compared();
        } finally {
            channel.shutdownNow();
        }
    }

    private Set<String> compared() {
        Set<String> types = new TreeSet<>();
        long tip =
                access.getLatestBlockHeader(
                                Access.GetLatestBlockHeaderRequest.newBuilder()
                                        .setIsSealed(true)
                                        .build())
                        .getBlock()
                        .getHeight();
        for (long height = 1; height <= tip; height++) {
            ByteString block =
                    access.getBlockHeaderByHeight(
                                    Access.GetBlockHeaderByHeightRequest.newBuilder()
                                            .setHeight(height)
                                            .build())
                            .getBlock()
                            .getId();
            compare(
                    events(block, EventEncodingVersion.CCF_V0),
                    events(block, EventEncodingVersion.JSON_CDC_V0),
                    types);
        }
        return types;
    }

    private void compare(List<Event> ccf, List<Event> json, Set<String> types) {
        assertThat(ccf).hasSameSizeAs(json);
        for (int i = 0; i < ccf.size(); i++) {
            byte[] compact = ccf.get(i).getPayload().toByteArray();
            byte[] text = json.get(i).getPayload().toByteArray();
            assertThat(compact[0]).isEqualTo((byte) 0xD8);
            assertThat(text[0]).isEqualTo((byte) '{');
            assertThat(decoder.decode(compact))
                    .as(ccf.get(i).getType())
                    .isEqualTo(decoder.decode(text));
            types.add(ccf.get(i).getType().replaceFirst("^A\\.[0-9a-f]{16}\\.", ""));
        }
    }

    private List<Event> events(ByteString block, EventEncodingVersion form) {
        return access
                .getTransactionResultsByBlockID(
                        Access.GetTransactionsByBlockIDRequest.newBuilder()
                                .setBlockId(block)
                                .setEventEncodingVersion(form)
                                .build())
                .getTransactionResultsList()
                .stream()
                .flatMap(result -> result.getEventsList().stream())
                .toList();
    }
}
