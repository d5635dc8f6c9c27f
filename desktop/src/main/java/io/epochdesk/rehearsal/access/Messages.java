package io.epochdesk.rehearsal.access;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.rehearsal.chain.AccountRecord;
import io.epochdesk.rehearsal.chain.Block;
import io.epochdesk.rehearsal.chain.BlockEvents;
import io.epochdesk.rehearsal.chain.Event;
import io.epochdesk.rehearsal.chain.Identifier;

import org.onflow.protobuf.access.Access;
import org.onflow.protobuf.entities.AccountOuterClass;
import org.onflow.protobuf.entities.BlockHeaderOuterClass;
import org.onflow.protobuf.entities.BlockOuterClass;
import org.onflow.protobuf.entities.BlockSealOuterClass;
import org.onflow.protobuf.entities.CollectionOuterClass;
import org.onflow.protobuf.entities.EventOuterClass;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Turns what the chain has into the messages of the Access API. */
final class Messages {

    private Messages() {}

    static ByteString bytes(Identifier id) {
        return ByteString.copyFrom(id.bytes());
    }

    static ByteString bytes(FlowAddress address) {
        return ByteString.copyFrom(
                ByteBuffer.allocate(Long.BYTES).putLong(address.value()).array());
    }

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    static BlockHeaderOuterClass.BlockHeader header(Block block, long parentView, String chainId) {
        return BlockHeaderOuterClass.BlockHeader.newBuilder()
                .setId(bytes(block.id()))
                .setParentId(bytes(block.parentId()))
                .setHeight(block.height())
                .setTimestamp(timestamp(block.timestamp()))
                .setPayloadHash(bytes(block.payloadHash()))
                .setView(block.view())
                .setParentView(parentView)
                .setProposerId(bytes(block.proposerId()))
                .setChainId(chainId)
                .build();
    }

    /** The block as clients get it; without its seals and header when they want it light. */
    static BlockOuterClass.Block block(
            Block block, BlockHeaderOuterClass.BlockHeader header, boolean full) {
        BlockOuterClass.Block.Builder message =
                BlockOuterClass.Block.newBuilder()
                        .setId(bytes(block.id()))
                        .setParentId(bytes(block.parentId()))
                        .setHeight(block.height())
                        .setTimestamp(timestamp(block.timestamp()));
        for (Identifier collection : block.collections()) {
            message.addCollectionGuarantees(
                    CollectionOuterClass.CollectionGuarantee.newBuilder()
                            .setCollectionId(bytes(collection)));
        }
        if (full) {
            message.setBlockHeader(header);
            for (Block.Seal seal : block.seals()) {
                message.addBlockSeals(
                        BlockSealOuterClass.BlockSeal.newBuilder()
                                .setBlockId(bytes(seal.blockId()))
                                .setResultId(bytes(seal.resultId())));
            }
        }
        return message.build();
    }

    static EventOuterClass.Event event(Event event, EventForm form) {
        return EventOuterClass.Event.newBuilder()
                .setType(event.type())
                .setTransactionId(bytes(event.transactionId()))
                .setTransactionIndex(event.transactionIndex())
                .setEventIndex(event.eventIndex())
                .setPayload(form.payload(event.payload()))
                .build();
    }

    static List<EventOuterClass.Event> events(List<Event> events, EventForm form) {
        return events.stream().map(event -> event(event, form)).toList();
    }

    static Access.EventsResponse.Result events(BlockEvents block, EventForm form) {
        return Access.EventsResponse.Result.newBuilder()
                .setBlockId(bytes(block.blockId()))
                .setBlockHeight(block.height())
                .setBlockTimestamp(timestamp(block.timestamp()))
                .addAllEvents(events(block.events(), form))
                .build();
    }

    static AccountOuterClass.Account account(AccountRecord account) {
        return AccountOuterClass.Account.newBuilder()
                .setAddress(bytes(account.address()))
                .setBalance(account.balance())
                .addAllKeys(account.keys().stream().map(Messages::key).toList())
                .build();
    }

    static AccountOuterClass.AccountKey key(AccountRecord.Key key) {
        return AccountOuterClass.AccountKey.newBuilder()
                .setIndex(key.index())
                .setPublicKey(ByteString.copyFrom(HexFormat.of().parseHex(key.publicKey())))
                .setSignAlgo(key.signatureAlgorithm())
                .setHashAlgo(key.hashAlgorithm())
                .setWeight(key.weight())
                .setSequenceNumber((int) key.sequenceNumber())
                .setRevoked(key.revoked())
                .build();
    }
}
