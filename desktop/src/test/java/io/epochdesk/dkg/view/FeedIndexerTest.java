package io.epochdesk.dkg.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.dkg.WhiteboardEntry;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

final class FeedIndexerTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<FeedQuery> shown = new ArrayList<>();
    private final FeedIndexer indexer =
            new FeedIndexer(background::add, Runnable::run, rows -> shown.add(rows.query()));

    @Test
    void wishesThatComeMeanwhileReplaceEachOtherAndTheLastIsServed() {
        List<WhiteboardEntry> board = List.of();
        FeedQuery first = FeedQuery.ALL.withText("a");
        FeedQuery second = FeedQuery.ALL.withText("b");
        FeedQuery third = FeedQuery.ALL.withText("c");

        indexer.ask(first, board);
        indexer.ask(second, board);
        indexer.ask(third, board);
        while (!background.isEmpty()) {
            background.remove().run();
        }

        assertThat(shown).containsExactly(first, third);
    }

    @Test
    void onlyOneComputationRunsAtATime() {
        indexer.ask(FeedQuery.ALL, List.of());
        indexer.ask(FeedQuery.ALL.withText("x"), List.of());

        assertThat(background).hasSize(1);
    }
}
