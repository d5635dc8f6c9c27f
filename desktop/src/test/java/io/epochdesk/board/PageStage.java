package io.epochdesk.board;

import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Page;
import io.epochdesk.ui.ToolkitThread;

import java.time.ZoneId;
import java.util.Locale;

/**
 * What a page of the board needs around it in a test: words, a clock that stands, a board that is
 * fed by hand.
 */
public final class PageStage {

    private final Words words = new Words(Locale.ENGLISH);
    private final Formats formats = new Formats(words, ZoneId.of("Europe/Berlin"));
    private final FxThread fx = new ToolkitThread();
    private final StillBoard board;

    public PageStage(BoardSnapshot first) {
        board = new StillBoard(first);
    }

    /** Makes a page upon this board. */
    public <P extends Page> P make(Maker<P> maker) {
        return maker.make(
                board,
                new FxFeed<>(board.snapshot(), fx),
                new FxClock(() -> SampleBoards.NOW, fx),
                formats,
                fx);
    }

    /** The board behind the page. */
    public StillBoard board() {
        return board;
    }

    /** The words of the page. */
    public Words words() {
        return words;
    }

    /** Makes a page of its parts. */
    @FunctionalInterface
    public interface Maker<P extends Page> {
        /** The page. */
        P make(
                Board board,
                FxFeed<BoardSnapshot> feed,
                FxClock clock,
                Formats formats,
                FxThread fx);
    }
}
