package io.epochdesk.dkg;

import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.IntegerType;
import io.epochdesk.cadence.Program;
import io.epochdesk.cadence.Shape;
import io.epochdesk.live.Reading;
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

    /**
     * A part of the list: its size as a whole, and the messages from one position up to another,
     * not included.
     */
    Reading<Part> read(int from, int upTo) {
        ScriptAnswer answer = scripts.run(WHITEBOARD, List.of(number(from), number(upTo)));
        return answer.json().map(json -> part(json, upTo - from));
    }

    private Part part(byte[] json, int wanted) {
        Shape answer = Shape.of(decoder.decode(json), WHITEBOARD.name());
        int size = answer.field("size").asInt();
        Shape list = answer.field("messages");
        List<Message> messages = list.list(WhiteboardReader::message);
        if (size < 0 || messages.size() > Math.min(wanted, size)) {
            throw list.unexpected(
                    "at most " + Math.min(wanted, size) + " messages",
                    String.valueOf(messages.size()));
        }
        return new Part(size, messages);
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

    /** A part of the list. */
    record Part(int size, List<Message> messages) {}

    /** A message as {@code FlowDKG.Message} has it. */
    record Message(String nodeId, String content) {}
}
