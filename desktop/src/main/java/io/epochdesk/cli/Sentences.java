package io.epochdesk.cli;

import io.epochdesk.board.Attention;
import io.epochdesk.text.Words;

/** What needs attention, in words. */
final class Sentences {

    private Sentences() {}

    static String of(Words words, Attention item) {
        return words.sayFacts("attention." + item.kind(), item.facts());
    }
}
