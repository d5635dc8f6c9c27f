package io.epochdesk.dkg.view;

import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.text.Words;

/** Says how far the whiteboard shown is proved by events, and how far it is complete. */
final class BoardSentence {

    private final Words words;

    BoardSentence(Words words) {
        this.words = words;
    }

    String of(Whiteboard board) {
        if (board.completeTo() < 0) {
            return words.say("dkg.proof.unread");
        }
        if (board.provedFrom() < 0) {
            return words.say("dkg.proof.list", "to", board.completeTo());
        }
        return board.startHeight() >= 0 && board.provedFrom() <= board.startHeight()
                ? words.say(
                        "dkg.proof.whole", "from", board.startHeight(), "to", board.completeTo())
                : words.say(
                        "dkg.proof.partly", "from", board.provedFrom(), "to", board.completeTo());
    }
}
