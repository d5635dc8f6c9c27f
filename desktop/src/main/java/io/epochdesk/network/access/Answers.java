package io.epochdesk.network.access;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.network.AccountState;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.network.TransactionProgress;

import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.entities.AccountOuterClass;
import org.onflow.protobuf.entities.BlockHeaderOuterClass;
import org.onflow.protobuf.entities.EventOuterClass;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Turns protobuf messages into records. Reads nothing into them: what must hold is checked by
 * whoever asked.
 */
final class Answers {

    private static final int ADDRESS = 8;

    private Answers() {}

    static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    static ByteString bytes(FlowAddress address) {
        return ByteString.copyFrom(ByteBuffer.allocate(ADDRESS).putLong(address.value()).array());
    }

    static BlockHeader header(BlockHeaderOuterClass.BlockHeader header) {
        return new BlockHeader(
                hex(header.getId()),
                hex(header.getParentId()),
                header.getHeight(),
                header.getView(),
                instant(header.getTimestamp()));
    }

    static List<ChainEvent> events(
            List<EventOuterClass.Event> events, long height, String blockId) {
        List<ChainEvent> read = new ArrayList<>(events.size());
        ByteString transaction = ByteString.EMPTY;
        String transactionId = "";
        for (EventOuterClass.Event event : events) {
            // A transaction often has many events, one behind the other.
            if (!event.getTransactionId().equals(transaction)) {
                transaction = event.getTransactionId();
                transactionId = hex(transaction);
            }
            read.add(
                    new ChainEvent(
                            height,
                            blockId,
                            event.getType(),
                            transactionId,
                            event.getTransactionIndex(),
                            event.getEventIndex(),
                            event.getPayload().toByteArray()));
        }
        read.sort(ChainEvent.ORDER);
        return read;
    }

    static AccountState account(FlowAddress address, AccountOuterClass.Account account) {
        List<AccountState.Key> keys =
                account.getKeysList().stream()
                        .map(
                                key ->
                                        new AccountState.Key(
                                                key.getIndex(),
                                                hex(key.getPublicKey()),
                                                key.getSignAlgo(),
                                                key.getHashAlgo(),
                                                key.getWeight(),
                                                Integer.toUnsignedLong(key.getSequenceNumber()),
                                                key.getRevoked()))
                        .toList();
        return new AccountState(address, account.getBalance(), keys);
    }

    static TransactionProgress progress(Access.TransactionResultResponse result) {
        String block = hex(result.getBlockId());
        TransactionProgress.State state =
                switch (result.getStatus()) {
                    case PENDING -> TransactionProgress.State.PENDING;
                    case FINALIZED -> TransactionProgress.State.FINALIZED;
                    case EXECUTED -> TransactionProgress.State.EXECUTED;
                    case SEALED -> TransactionProgress.State.SEALED;
                    case EXPIRED -> TransactionProgress.State.EXPIRED;
                    case UNKNOWN, UNRECOGNIZED -> TransactionProgress.State.UNKNOWN;
                };
        return new TransactionProgress(
                state,
                result.getBlockHeight(),
                block,
                result.getErrorMessage(),
                events(result.getEventsList(), result.getBlockHeight(), block));
    }

    private static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }
}
