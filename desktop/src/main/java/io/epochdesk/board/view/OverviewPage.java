package io.epochdesk.board.view;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.text.Formats;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Mine;
import io.epochdesk.ui.Page;
import io.epochdesk.ui.WhileShown;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

import java.util.Optional;
import java.util.function.Consumer;

/** The Overview in the navigation; while it is shown the board keeps everything it needs fresh. */
public final class OverviewPage implements Page {

    private final Board board;
    private final FxFeed<BoardSnapshot> feed;
    private final Formats formats;
    private final OverviewViewModel model;
    private final OverviewView view;

    /**
     * The page.
     *
     * @param openPage opens another page by its ID
     */
    public OverviewPage(
            Board board,
            FxFeed<BoardSnapshot> feed,
            FxClock clock,
            Formats formats,
            FxThread fx,
            Consumer<String> openPage) {
        this.board = board;
        this.feed = feed;
        this.formats = formats;
        model = new OverviewViewModel(formats);
        view = new OverviewView(model, feed, clock, formats, fx, openPage);
        WhileShown.of(
                view.root(),
                () ->
                        board.hold(
                                        Board.Interest.VOTING,
                                        Board.Interest.DKG,
                                        Board.Interest.WHITEBOARD)
                                ::close);
    }

    /** The operator's nodes, to be marked. */
    public ObjectProperty<Mine> mineProperty() {
        return model.mineProperty();
    }

    /** Puts something of the operator's own below the answer; it takes no room while invisible. */
    public OverviewPage own(Node node) {
        view.own(node);
        return this;
    }

    @Override
    public String id() {
        return "overview";
    }

    @Override
    public String title() {
        return formats.words().say("overview.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignV.VIEW_DASHBOARD_OUTLINE;
    }

    @Override
    public Parent root() {
        return view.root();
    }

    @Override
    public void refresh() {
        board.refresh();
    }

    /** The answer and the figures behind it, ready to be told to somebody. */
    @Override
    public Optional<String> copyable() {
        OverviewViewModel words = new OverviewViewModel(formats);
        words.show(feed.getValue(), java.time.Instant.now());
        Overview now = words.shown().get();
        return Optional.of((now.headline() + " " + now.explanation()).strip());
    }
}
