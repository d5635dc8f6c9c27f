package io.epochdesk.app;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.view.HeaderView;
import io.epochdesk.board.view.HeaderViewModel;
import io.epochdesk.board.view.OverviewPage;
import io.epochdesk.dkg.view.DkgView;
import io.epochdesk.dkg.view.DkgViewModel;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.quorum.view.ClustersView;
import io.epochdesk.quorum.view.ClustersViewModel;
import io.epochdesk.text.Formats;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Page;

import javafx.scene.Node;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A network being watched: its board, and the pages that show it. */
final class OpenNetwork implements AutoCloseable {

    private final NetworkProfile profile;
    private final Board board;
    private final FxFeed<BoardSnapshot> feed;
    private final Executor background;
    private final FxThread fx;

    OpenNetwork(NetworkProfile profile, Board board, Executor background, FxThread fx) {
        this.profile = profile;
        this.board = board;
        this.background = background;
        this.fx = fx;
        feed = new FxFeed<>(board.snapshot(), fx);
    }

    NetworkProfile profile() {
        return profile;
    }

    /** The header, with this control to choose another network. */
    Node header(Node chooser, FxClock clock, Formats formats) {
        return new HeaderView(new HeaderViewModel(formats), feed, clock, chooser, formats).root();
    }

    /** New pages; {@code openPage} opens one by its ID. */
    List<Page> pages(FxClock clock, Formats formats, Consumer<String> openPage) {
        return List.of(
                new OverviewPage(board, feed, clock, formats, fx, openPage),
                new ClustersView(
                        new ClustersViewModel(formats.words()), board, feed, clock, formats, fx),
                new DkgView(
                        new DkgViewModel(formats.words(), background, fx::run),
                        board,
                        feed,
                        clock,
                        formats,
                        fx));
    }

    /** Closes the board; may take a moment, so not on the FX thread. */
    @Override
    public void close() {
        board.close();
    }
}
