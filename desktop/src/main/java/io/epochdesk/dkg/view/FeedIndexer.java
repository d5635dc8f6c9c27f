package io.epochdesk.dkg.view;

import io.epochdesk.dkg.WhiteboardEntry;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Keeps the feed's rows up to date away from the FX thread. One computation runs at a time; wishes
 * that come meanwhile replace each other, the last is always served, and an answer to an older wish
 * is never shown after a newer one.
 */
final class FeedIndexer {

    private final Executor background;
    private final Executor foreground;
    private final Consumer<FeedRows> shown;
    private FeedRows rows = FeedRows.NONE;
    private @Nullable Wish waiting;
    private boolean running;

    /**
     * An indexer that knows nothing yet.
     *
     * @param background where rows are computed
     * @param foreground the FX thread
     * @param shown told of new rows, on the foreground
     */
    FeedIndexer(Executor background, Executor foreground, Consumer<FeedRows> shown) {
        this.background = background;
        this.foreground = foreground;
        this.shown = shown;
    }

    /** Asks for the rows of a query upon a board; called on the foreground. */
    void ask(FeedQuery query, List<WhiteboardEntry> entries) {
        waiting = new Wish(query, entries);
        if (!running) {
            serve();
        }
    }

    private void serve() {
        Wish wish = waiting;
        if (wish == null) {
            return;
        }
        waiting = null;
        running = true;
        FeedRows known = rows;
        background.execute(
                () -> {
                    FeedRows next = known.next(wish.query(), wish.entries());
                    foreground.execute(() -> served(next));
                });
    }

    private void served(FeedRows next) {
        running = false;
        rows = next;
        // A stale answer still shows: under constant arrivals there would otherwise never be one.
        shown.accept(next);
        serve();
    }

    private record Wish(FeedQuery query, List<WhiteboardEntry> entries) {}
}
