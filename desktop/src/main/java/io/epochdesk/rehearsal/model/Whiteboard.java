package io.epochdesk.rehearsal.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The DKG's board: an append-only list of which every world sees its own length. Worlds that follow
 * one another share one array; only who writes on from an older world gets a copy.
 *
 * <p>Written by one thread at a time; read by any that was handed the world.
 */
public final class Whiteboard {

    private final Shared shared;
    private final WhiteboardMessage[] messages;
    private final int length;

    private Whiteboard(Shared shared, WhiteboardMessage[] messages, int length) {
        this.shared = shared;
        this.messages = messages;
        this.length = length;
    }

    /** An empty board. */
    public static Whiteboard empty() {
        return new Whiteboard(new Shared(), new WhiteboardMessage[16], 0);
    }

    /** How many messages there are. */
    public int size() {
        return length;
    }

    /** The messages in the order they were posted; a view, not a copy. */
    public List<WhiteboardMessage> messages() {
        return Collections.unmodifiableList(Arrays.asList(messages).subList(0, length));
    }

    /** This board with one more message. */
    Whiteboard with(WhiteboardMessage message) {
        boolean atTheEnd = shared.written == length;
        WhiteboardMessage[] target = messages;
        if (!atTheEnd || length == messages.length) {
            target = Arrays.copyOf(messages, Math.max(16, length * 2));
        }
        target[length] = message;
        Shared owner = atTheEnd ? shared : new Shared();
        owner.written = length + 1;
        return new Whiteboard(owner, target, length + 1);
    }

    /** How far anybody has written. */
    private static final class Shared {
        int written;
    }
}
