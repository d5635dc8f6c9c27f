package io.epochdesk.app;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.view.HeaderView;
import io.epochdesk.board.view.HeaderViewModel;
import io.epochdesk.board.view.OverviewPage;
import io.epochdesk.dkg.view.DkgView;
import io.epochdesk.dkg.view.DkgViewModel;
import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.KeyFinder;
import io.epochdesk.fleet.Notifier;
import io.epochdesk.fleet.view.FlowPort;
import io.epochdesk.fleet.view.NeedsPane;
import io.epochdesk.fleet.view.NodesPage;
import io.epochdesk.history.OwnNode;
import io.epochdesk.keys.view.Practice;
import io.epochdesk.keys.view.PracticeKey;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.quorum.view.ClustersView;
import io.epochdesk.quorum.view.ClustersViewModel;
import io.epochdesk.rehearsal.PracticeFolder;
import io.epochdesk.rehearsal.RehearsalControls;
import io.epochdesk.rehearsal.view.RehearsalView;
import io.epochdesk.rehearsal.view.RehearsalViewModel;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Mine;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A network being watched: its board, and the pages that show it. */
final class OpenNetwork implements AutoCloseable {

    private final NetworkProfile profile;
    private final Board board;
    private final @Nullable RunningRehearsal rehearsal;
    private final FxFeed<BoardSnapshot> feed;
    private final Executor background;
    private final FxThread fx;
    private volatile @Nullable FleetDesk fleet;
    private Subscription marks = Subscription.EMPTY;

    /**
     * A network.
     *
     * @param rehearsal the network itself, where it is a rehearsal's; stopped with its board
     */
    OpenNetwork(
            NetworkProfile profile,
            Board board,
            @Nullable RunningRehearsal rehearsal,
            Executor background,
            FxThread fx) {
        this.profile = profile;
        this.board = board;
        this.rehearsal = rehearsal;
        this.background = background;
        this.fx = fx;
        feed = new FxFeed<>(board.snapshot(), fx);
    }

    NetworkProfile profile() {
        return profile;
    }

    /** Whether nothing of it is real. */
    boolean isRehearsal() {
        return rehearsal != null;
    }

    /**
     * What there is to practise with; null where anything is real.
     *
     * @param folder where bootstrap folders are made
     */
    @Nullable Practice practice(Path folder) {
        RunningRehearsal running = rehearsal;
        if (running == null) {
            return null;
        }
        return new Practice(
                folder,
                () ->
                        PracticeGround.offer(
                                running.ownNode(),
                                running.practiceFolders(),
                                running.practiceAccounts(),
                                new PracticeKey(
                                        PracticeGround.STAKING_ACCOUNT,
                                        running.operator().hex(),
                                        running::operatorKey)));
    }

    /**
     * The header, with this control to choose another network; in a rehearsal with its bar below.
     */
    Node header(Node chooser, FxClock clock, DialogDress dress, Formats formats) {
        Node header =
                new HeaderView(new HeaderViewModel(formats), feed, clock, chooser, formats).root();
        RunningRehearsal steered = rehearsal;
        return steered == null
                ? header
                : new VBox(header, bar(steered.controls(), dress, formats.words()));
    }

    private Node bar(RehearsalControls controls, DialogDress dress, Words words) {
        return new RehearsalView(
                        new RehearsalViewModel(controls, words),
                        new FxFeed<>(controls.state(), fx),
                        dress,
                        words)
                .root();
    }

    /** Guided flows on it, over the same connection; whoever asks closes them. */
    OpenFlows flows(Path data, Supplier<String> manifests) {
        return new OpenFlows(board.network(), data, manifests);
    }

    /** The newest the board knows. */
    BoardSnapshot board() {
        return board.snapshot().current();
    }

    /** Tells these times what is shown, until the subscription ends. */
    Subscription time(StartTimes times) {
        times.furnished();
        return times.follow(feed);
    }

    /**
     * The operator's nodes on it; followed from the first call on.
     *
     * @param data where the history is kept
     */
    FleetDesk fleet(Path data, KeyFinder keys, Notifier notifier) {
        FleetDesk followed = fleet;
        if (followed == null) {
            followed = new FleetDesk(board, data, keys, this::given, notifier, fx);
            fleet = followed;
        }
        return followed;
    }

    /** What is known of the operator's nodes. */
    FleetSnapshot nodes() {
        FleetDesk followed = fleet;
        return followed == null ? FleetSnapshot.empty() : followed.fleet().snapshot().current();
    }

    /** Has the operator's nodes examined now. */
    void examine() {
        FleetDesk followed = fleet;
        if (followed != null) {
            followed.fleet().refresh();
        }
    }

    /** The own node of a scenario that has one. */
    private List<OwnNode> given() {
        RunningRehearsal running = rehearsal;
        if (running == null) {
            return List.of();
        }
        return running.ownNode().stream()
                .map(PracticeFolder::nodeId)
                .map(
                        id ->
                                new OwnNode(
                                        id,
                                        "collection-" + id.substring(0, 6),
                                        OptionalInt.of(NodeRole.COLLECTION.number()),
                                        null,
                                        null,
                                        running.operator().hex(),
                                        Instant.now()))
                .toList();
    }

    /**
     * New pages.
     *
     * @param followed the operator's nodes
     * @param around what every page uses
     * @param flows where remedies can be carried out
     * @param openPage opens a page by its ID
     */
    NetworkPages pages(
            FleetDesk followed,
            NodesPage.Around around,
            FlowPort flows,
            Consumer<String> openPage) {
        FxClock clock = around.clock();
        Formats formats = around.formats();
        OverviewPage overview = new OverviewPage(board, feed, clock, formats, fx, openPage);
        ClustersViewModel clusters = new ClustersViewModel(formats.words());
        DkgViewModel dkg = new DkgViewModel(formats.words(), background, fx::run);
        NodesPage nodes = new NodesPage(followed.fleet(), followed.feed(), flows, around);
        overview.own(
                new NeedsPane(
                        followed.feed(),
                        clock,
                        formats,
                        node -> {
                            openPage.accept(NodesPage.ID);
                            if (!node.isEmpty()) {
                                nodes.select(node);
                            }
                        }));
        NetworkPages pages =
                new NetworkPages(
                        overview,
                        new ClustersView(clusters, board, feed, clock, formats, fx),
                        new DkgView(dkg, board, feed, clock, formats, fx),
                        nodes);
        marks.unsubscribe();
        marks =
                Subscription.combine(
                        followed.feed().open(),
                        followed.feed()
                                .subscribe(
                                        snapshot -> {
                                            Mine mine = new Mine(snapshot.labels());
                                            overview.mineProperty().set(mine);
                                            clusters.mineProperty().set(mine);
                                            dkg.mineProperty().set(mine);
                                        }));
        return pages;
    }

    /**
     * Closes the board, and stops the network if it is a rehearsal's; may take a moment, so not on
     * the FX thread.
     */
    @Override
    public void close() {
        try {
            FleetDesk followed = fleet;
            if (followed != null) {
                followed.close();
            }
            board.close();
        } finally {
            RunningRehearsal running = rehearsal;
            if (running != null) {
                running.close();
            }
        }
    }
}
