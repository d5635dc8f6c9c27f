package io.epochdesk.dkg.view;

import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardEntry;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;

/**
 * The content of one message as posted, fetched on demand and away from the FX thread, because
 * large boards keep it on disk. Late answers are ignored.
 */
public final class RawContent {

    /** Of longer contents only so many characters are shown; copying still takes all. */
    public static final int SHOWN = 16_384;

    private final Executor background;
    private final Executor foreground;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", State.NONE);
    private long asked;

    RawContent(Executor background, Executor foreground) {
        this.background = background;
        this.foreground = foreground;
    }

    /**
     * What is shown.
     *
     * @param entry the message, or null when none is opened
     * @param phase how far it got
     * @param content the whole content once loaded, else empty
     */
    public record State(@Nullable WhiteboardEntry entry, Phase phase, String content) {
        static final State NONE = new State(null, Phase.CLOSED, "");

        /** The content, or its beginning where it is long. */
        public String shown() {
            return isCut() ? content.substring(0, SHOWN) : content;
        }

        /** Whether only the beginning is shown. */
        public boolean isCut() {
            return content.length() > SHOWN;
        }
    }

    /** How far the fetching got. */
    public enum Phase {
        CLOSED,
        LOADING,
        LOADED,
        /** The content is not kept any more. */
        GONE
    }

    /** Opens a message. */
    void open(WhiteboardEntry entry, Whiteboard.Contents contents) {
        long number = ++asked;
        state.set(new State(entry, Phase.LOADING, ""));
        background.execute(
                () -> {
                    String content = contents.contentOf(entry.position());
                    foreground.execute(
                            () -> {
                                if (number == asked) {
                                    state.set(
                                            content == null
                                                    ? new State(entry, Phase.GONE, "")
                                                    : new State(entry, Phase.LOADED, content));
                                }
                            });
                });
    }

    /** Closes what is open. */
    public void close() {
        asked++;
        state.set(State.NONE);
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
