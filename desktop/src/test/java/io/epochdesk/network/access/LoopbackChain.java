package io.epochdesk.network.access;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;

import org.onflow.protobuf.entities.BlockHeaderOuterClass.BlockHeader;
import org.onflow.protobuf.entities.EventOuterClass.Event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A chain for tests: blocks with events, every one sealed at once. Two chains with the same name
 * have the same blocks as long as as many were sealed on each; another name gives another history.
 * Views go up by two a block.
 */
public final class LoopbackChain {

    private static final long GENESIS_SECONDS = 1_750_000_000L;

    private final String name;
    private final String chainId;
    private final long rootHeight;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** One block: its header and what happened in it. */
    public record Block(BlockHeader header, List<Event> events) {}

    /** A chain of one block at height 0. */
    public LoopbackChain(String name, String chainId) {
        this(name, chainId, 0);
    }

    /** A chain of one block at a root height. */
    public LoopbackChain(String name, String chainId, long rootHeight) {
        this.name = name;
        this.chainId = chainId;
        this.rootHeight = rootHeight;
        seal();
    }

    /** The chain ID its nodes answer. */
    public String chainId() {
        return chainId;
    }

    /** Its first height. */
    public long rootHeight() {
        return rootHeight;
    }

    /** Seals one block with these events; the events get their places in it. */
    public synchronized Block seal(Event... events) {
        long height = rootHeight + blocks.size();
        List<Event> placed = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            placed.add(
                    events[i].toBuilder()
                            .setTransactionId(id("transaction " + i, height))
                            .setTransactionIndex(i)
                            .setEventIndex(0)
                            .build());
        }
        BlockHeader header =
                BlockHeader.newBuilder()
                        .setId(id("block", height))
                        .setParentId(id("block", height - 1))
                        .setHeight(height)
                        .setView(2 * height)
                        .setChainId(chainId)
                        .setTimestamp(Timestamp.newBuilder().setSeconds(GENESIS_SECONDS + height))
                        .build();
        Block block = new Block(header, List.copyOf(placed));
        blocks.add(block);
        listeners.forEach(Runnable::run);
        return block;
    }

    /** Seals blocks without events. */
    public void sealEmpty(int count) {
        for (int i = 0; i < count; i++) {
            seal();
        }
    }

    /** The newest sealed block. */
    public synchronized Block latest() {
        return blocks.getLast();
    }

    /** Whether there is a block of this height. */
    public synchronized boolean has(long height) {
        return height >= rootHeight && height < rootHeight + blocks.size();
    }

    /** The block at a height it has. */
    public synchronized Block at(long height) {
        return blocks.get(Math.toIntExact(height - rootHeight));
    }

    /** The block of an ID, or an empty list. */
    public synchronized List<Block> byId(ByteString id) {
        return blocks.stream().filter(b -> b.header().getId().equals(id)).toList();
    }

    void onSealed(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** An event for {@link #seal}. */
    public static Event event(String type, String payload) {
        return Event.newBuilder()
                .setType(type)
                .setPayload(ByteString.copyFromUtf8(payload))
                .build();
    }

    /** An event for {@link #seal} with any payload. */
    public static Event event(String type, byte[] payload) {
        return Event.newBuilder().setType(type).setPayload(ByteString.copyFrom(payload)).build();
    }

    private ByteString id(String what, long height) {
        try {
            byte[] text =
                    String.join("/", Arrays.asList(name, chainId, what, Long.toString(height)))
                            .getBytes(StandardCharsets.UTF_8);
            return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
