package io.epochdesk.dkg;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.IntegerType;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.live.Provenance;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.ScriptAnswer;
import io.epochdesk.network.ScriptRunner;

import java.util.List;

/**
 * Reads the contract's own list of messages, for boards whose events can no longer be had. Fails
 * with a fault when the board is too large for any script (20 MB of storage touched).
 */
final class WhiteboardReader {

    private static final Program WHITEBOARD = Program.shipped("dkg", "whiteboard");

    private final ScriptRunner scripts;
    private final CadenceDecoder decoder = new CadenceDecoder();

    WhiteboardReader(ScriptRunner scripts) {
        this.scripts = scripts;
    }

    /** How long the list is at the newest sealed block, and which block that is. */
    Page size() {
        return page(scripts.run(WHITEBOARD, List.of(number(0), number(0))), 0);
    }

    /**
     * The messages from one position up to another, not included, as the list was at a height;
     * fewer where the list ends before.
     */
    Page at(long height, int from, int upTo) {
        return page(
                scripts.runAt(height, WHITEBOARD, List.of(number(from), number(upTo))),
                upTo - from);
    }

    private Page page(ScriptAnswer answered, int wanted) {
        Provenance provenance = answered.json().provenance();
        Shape answer = Shape.of(decoder.decode(answered.json().value()), WHITEBOARD.name());
        int size = answer.field("size").asInt();
        Shape list = answer.field("messages");
        List<Message> messages = list.list(WhiteboardReader::message);
        if (size < 0 || messages.size() > Math.min(wanted, size)) {
            throw list.unexpected(
                    "at most " + Math.min(wanted, size) + " messages",
                    String.valueOf(messages.size()));
        }
        return new Page(
                answered.identity(), provenance.source(), provenance.height(), size, messages);
    }

    private static Message message(Shape message) {
        List<String> pair = message.list(Shape::asString);
        if (pair.size() != 2) {
            throw message.unexpected("sender and content", pair.size() + " texts");
        }
        return new Message(pair.get(0), pair.get(1));
    }

    private static CadenceValue number(int value) {
        return new CadenceValue.IntegerValue(IntegerType.INT, value);
    }

    /**
     * A page of the list.
     *
     * @param chain the chain it was asked of
     * @param source the node that answered
     * @param height height of the block it was read at
     * @param size messages of the whole list at that block
     * @param messages those asked for, in order
     */
    record Page(
            ChainIdentity chain, String source, long height, int size, List<Message> messages) {}

    /** A message as {@code FlowDKG.Message} has it. */
    record Message(String nodeId, String content) {}
}
