package io.epochdesk.dkg.view;

import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardEntry;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.Executor;

/**
 * The whiteboard feed: every message in the order posted, or those a query lets through. Rows are
 * an immutable view upon the whiteboard, computed away from the FX thread; no message is copied.
 */
public final class FeedViewModel {

    private final FeedIndexer indexer;
    private final ObjectProperty<FeedQuery> query =
            new SimpleObjectProperty<>(this, "query", FeedQuery.ALL);
    private final ReadOnlyObjectWrapper<List<WhiteboardEntry>> rows =
            new ReadOnlyObjectWrapper<>(this, "rows", FeedRows.NONE);
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(this, "total");
    private final ReadOnlyIntegerWrapper invalid = new ReadOnlyIntegerWrapper(this, "invalid");
    private final ObjectProperty<@Nullable WhiteboardEntry> selected =
            new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<@Nullable WhiteboardEntry> revealed =
            new ReadOnlyObjectWrapper<>(this, "revealed");
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final ReadOnlyObjectWrapper<Rulings> rulings =
            new ReadOnlyObjectWrapper<>(this, "rulings", Rulings.NONE);
    private Whiteboard board = Whiteboard.empty();

    FeedViewModel(Executor background, Executor foreground) {
        indexer = new FeedIndexer(background, foreground, rows::set);
        query.subscribe(this::ask);
    }

    void show(Whiteboard next) {
        if (next.entries().equals(board.entries())) {
            return;
        }
        board = next;
        total.set(next.entries().size());
        invalid.set(next.tally().invalid());
        ask();
    }

    /** Takes in what the review makes of the board's messages. */
    void rule(Rulings next) {
        if (!next.equals(rulings.get())) {
            rulings.set(next);
            ask();
        }
    }

    private void ask() {
        indexer.ask(query.get().withRuled(rulings.get().positions()), board.entries());
    }

    /** Selects the message at this place of the board; filters that hide it are lifted. */
    void reveal(int position) {
        if (position < 0 || position >= board.entries().size()) {
            return;
        }
        following.set(false);
        revealed.set(null);
        query.set(FeedQuery.ALL);
        revealed.set(board.entries().get(position));
    }

    /** The message asked for is in view. */
    void revealDone() {
        revealed.set(null);
    }

    /** The message asked to be brought into view, or null. */
    ReadOnlyObjectProperty<@Nullable WhiteboardEntry> revealedProperty() {
        return revealed.getReadOnlyProperty();
    }

    /** Row of the message at this place of the board, or -1 when it is not among the rows. */
    public int rowOf(int position) {
        return rows.get() instanceof FeedRows feed ? feed.rowOf(position) : -1;
    }

    /** What the review makes of single messages. */
    ReadOnlyObjectProperty<Rulings> rulingsProperty() {
        return rulings.getReadOnlyProperty();
    }

    /** Which messages are shown, and in which order. */
    public ObjectProperty<FeedQuery> queryProperty() {
        return query;
    }

    /** The messages shown. */
    public ReadOnlyObjectProperty<List<WhiteboardEntry>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Number of messages on the board. */
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Number of messages on the board that are void or foreign. */
    public ReadOnlyIntegerProperty invalidProperty() {
        return invalid.getReadOnlyProperty();
    }

    /** The selected message, or null. */
    public ObjectProperty<@Nullable WhiteboardEntry> selectedProperty() {
        return selected;
    }

    /** Whether the feed stays at its newest message. */
    public BooleanProperty followingProperty() {
        return following;
    }
}
