package io.epochdesk.quorum.view;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.live.Provenance;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Card;
import io.epochdesk.ui.Copying;
import io.epochdesk.ui.EmptyState;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Page;
import io.epochdesk.ui.ProvenanceLine;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;
import io.epochdesk.ui.WhileShown;
import io.epochdesk.ui.drawn.DrawnGrid;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The Clusters page. */
public final class ClustersView implements Page {

    private final ClustersViewModel model;
    private final Board board;
    private final Words words;
    private final VBox root = new VBox();
    private final ToneMark condition = new ToneMark();
    private final Label headline = Labels.title("");
    private final ToneMark own = new ToneMark(Tone.MINE, "");
    private final EmptyState nothing = new EmptyState(MaterialDesignV.VOTE_OUTLINE);
    private final ComboBox<ClusterOrder> order = new ComboBox<>();
    private final DrawnGrid<ClusterRow> clusters;
    private final Card clustersCard;
    private final TextField find = new TextField();
    private final CheckBox onlyMissing = new CheckBox();
    private final Label membersTitle = Labels.heading("");
    private final Label membersNote = Labels.caption("");
    private final ProvenanceLine membersOrigin;
    private final DrawnGrid<MemberRow> members;
    private final CertificateLine certificate;
    private final VoteDetails details;
    private final VBox membersCard = new VBox();

    public ClustersView(
            ClustersViewModel model,
            Board board,
            FxFeed<BoardSnapshot> feed,
            FxClock clock,
            Formats formats,
            FxThread fx) {
        this.model = model;
        this.board = board;
        words = formats.words();
        clusters =
                new DrawnGrid<>(
                        new ClusterColumns(words, model.mineProperty()::get).all(),
                        44,
                        30,
                        ClustersView::locateCluster);
        MemberColumns memberColumns = new MemberColumns(words, model.mineProperty()::get);
        members = new DrawnGrid<>(memberColumns.all(), 26, 30, ClustersView::locateMember);
        certificate = new CertificateLine(words);
        details = new VoteDetails(words, memberColumns, model::checks);
        membersOrigin = new ProvenanceLine(formats);
        clustersCard =
                new Card(
                        words.say("quorum.card.clusters"), stacked(clusters, nothing), formats, fx);
        build();
        bind();
        WhileShown.of(root, () -> activate(feed, clock));
    }

    private void build() {
        root.getStyleClass().addAll("page", "clusters-page");
        root.setId("clusters-page");
        headline.setWrapText(true);
        headline.setId("clusters-headline");
        condition.setMinWidth(Region.USE_PREF_SIZE);
        own.setId("clusters-own");
        VBox answer = new VBox(4, headline, condition, own);
        order.getItems().setAll(ClusterOrder.values());
        order.setConverter(named("quorum.order"));
        order.setId("clusters-order");
        order.setAccessibleText(words.say("quorum.order"));
        clusters.setId("clusters");
        clusters.setAccessibleText(words.say("quorum.card.clusters"));
        clusters.setMostRowHeight(72);
        members.setId("members");
        members.setAccessibleText(words.say("quorum.card.members"));
        find.setId("members-find");
        find.setPromptText(words.say("quorum.find"));
        find.setAccessibleText(words.say("quorum.find"));
        HBox.setHgrow(find, Priority.ALWAYS);
        onlyMissing.setId("members-missing");
        onlyMissing.setText(words.say("quorum.onlyMissing"));
        onlyMissing.setMinWidth(Region.USE_PREF_SIZE);
        HBox filters = new HBox(16, find, onlyMissing);
        filters.setAlignment(Pos.CENTER_LEFT);
        HBox top = new HBox(12, membersTitle, membersNote);
        top.setAlignment(Pos.BASELINE_LEFT);
        membersCard.getStyleClass().add("epoch-card");
        membersCard
                .getChildren()
                .addAll(top, certificate, filters, members, details, membersOrigin);
        VBox.setVgrow(members, Priority.ALWAYS);
        members.setMinHeight(120);
        members.getStyleClass().add("card-content");
        details.getStyleClass().add("card-content");
        details.setMinHeight(Region.USE_PREF_SIZE);
        clustersCard.with(order);
        HBox columns = new HBox(16, clustersCard, membersCard);
        columns.setFillHeight(true);
        HBox.setHgrow(clustersCard, Priority.ALWAYS);
        clustersCard.setMinWidth(440);
        membersCard.setMinWidth(500);
        // The bars take what is left: they gain most from room.
        membersCard.prefWidthProperty().bind(root.widthProperty().multiply(0.45));
        clustersCard.prefWidthProperty().bind(root.widthProperty().multiply(0.55));
        VBox.setVgrow(columns, Priority.ALWAYS);
        root.getChildren().addAll(answer, columns);
    }

    private void bind() {
        headline.textProperty().bind(model.headlineProperty());
        own.textProperty().bind(model.ownProperty());
        own.visibleProperty().bind(model.ownProperty().isNotEmpty());
        own.managedProperty().bind(own.visibleProperty());
        model.mineProperty()
                .subscribe(
                        () -> {
                            clusters.redraw();
                            members.redraw();
                        });
        model.conditionProperty().subscribe(this::showCondition);
        model.standingProperty().subscribe(_ -> showCondition(model.conditionProperty().get()));
        model.clustersProperty()
                .subscribe(
                        rows -> {
                            clusters.setRows(rows);
                            showMembers();
                        });
        model.membersProperty()
                .subscribe(
                        rows -> {
                            members.setRows(rows);
                            showMembers();
                        });
        order.valueProperty().bindBidirectional(model.orderProperty());
        find.textProperty().bindBidirectional(model.findProperty());
        onlyMissing.selectedProperty().bindBidirectional(model.onlyMissingProperty());
        clusters.selectedProperty()
                .subscribe(
                        row -> {
                            if (row != null) {
                                model.selectedClusterProperty().set(row.index());
                            }
                        });
        model.selectedClusterProperty().subscribe(_ -> selectCluster());
        model.clustersProperty().subscribe(_ -> selectCluster());
        members.selectedProperty()
                .subscribe(
                        row -> {
                            model.selectedMemberProperty().set(row == null ? null : row.nodeId());
                            details.show(row);
                        });
        members.orderProperty()
                .subscribe(header -> model.memberOrderProperty().set(MemberOrder.of(header)));
        clusters.setOnCopy(text -> Copying.copy(clusters, text));
        members.setOnCopy(text -> Copying.copy(members, text));
    }

    private Subscription activate(FxFeed<BoardSnapshot> feed, FxClock clock) {
        Board.Hold hold = board.hold(Board.Interest.VOTING);
        return Subscription.combine(
                hold::close,
                feed.open(),
                clock.open(),
                feed.subscribe(snapshot -> show(snapshot, clock)),
                clock.subscribe(
                        now -> {
                            model.tick(now);
                            showTime(now);
                        }));
    }

    private void show(BoardSnapshot snapshot, FxClock clock) {
        model.show(snapshot, clock.getValue());
        showTime(clock.getValue());
    }

    private void showTime(Instant now) {
        clustersCard.show(model.partProperty().get(), now);
        Provenance origin = model.provenance();
        membersOrigin.show(origin, now);
        ProvenanceLine.mark(membersCard, origin != null && ProvenanceLine.isStale(origin, now));
    }

    private void showCondition(VotingCondition now) {
        String standing = model.standingProperty().get();
        condition.show(
                tone(now), standing.isEmpty() ? words.name("quorum.condition", now) : standing);
        boolean empty =
                now == VotingCondition.NO_CLUSTERS || now == VotingCondition.NOTHING_TO_VOTE_ON;
        nothing.setVisible(empty);
        clusters.setVisible(!empty);
        if (empty) {
            boolean none = now == VotingCondition.NO_CLUSTERS;
            nothing.show(
                    words.say(none ? "quorum.empty.noClusters" : "quorum.empty.nothingToVoteOn"),
                    words.say(
                            none
                                    ? "quorum.empty.noClusters.why"
                                    : "quorum.empty.nothingToVoteOn.why"));
        }
        clusters.setPast(now == VotingCondition.LAST_EPOCH);
        members.setPast(now == VotingCondition.LAST_EPOCH);
    }

    private void showMembers() {
        ClusterRow row = model.cluster();
        membersTitle.setText(
                row == null
                        ? words.say("quorum.card.members")
                        : words.say("quorum.cluster", "cluster", row.index()));
        membersNote.setText(
                row == null
                        ? ""
                        : words.say(
                                "quorum.shown",
                                "shown",
                                model.membersProperty().get().size(),
                                "all",
                                row.tally().members().size()));
        certificate.show(row);
        details.show(model.member());
        details.setVisible(model.membersExistProperty().get());
    }

    private void selectCluster() {
        ClusterRow row = model.cluster();
        ClusterRow drawn = clusters.selectedProperty().get();
        if (row != null && (drawn == null || drawn.index() != row.index())) {
            clusters.select(row);
        }
    }

    private <T extends Enum<T>> StringConverter<T> named(String key) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.name(key, value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        };
    }

    private static Node stacked(Node... layers) {
        StackPane pane = new StackPane(layers);
        pane.setMinHeight(160);
        return pane;
    }

    private static int locateCluster(List<ClusterRow> rows, ClusterRow wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).index() == wanted.index()) {
                return i;
            }
        }
        return -1;
    }

    private static int locateMember(List<MemberRow> rows, MemberRow wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).nodeId().equals(wanted.nodeId())) {
                return i;
            }
        }
        return -1;
    }

    private static Tone tone(VotingCondition condition) {
        return switch (condition) {
            case WAITING, UNREADABLE -> Tone.UNKNOWN;
            case NO_CLUSTERS, LAST_EPOCH -> Tone.CALM;
            case NOTHING_TO_VOTE_ON -> Tone.ATTENTION;
            case UNTOUCHED, OPEN -> Tone.PROGRESS;
            case STUCK -> Tone.DANGER;
            case COMPLETE -> Tone.SUCCESS;
        };
    }

    /** Selects a cluster; the page must be open. */
    public void showCluster(int index) {
        model.selectedClusterProperty().set(index);
    }

    /** Selects a member of any cluster, whatever is filtered; the page must be open. */
    public void showNode(String nodeId) {
        model.showNode(nodeId);
        members.rows().stream()
                .filter(row -> row.nodeId().equals(nodeId))
                .findFirst()
                .ifPresent(members::select);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String id() {
        return "clusters";
    }

    @Override
    public String title() {
        return words.say("quorum.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignV.VOTE_OUTLINE;
    }

    @Override
    public void find() {
        find.requestFocus();
    }

    @Override
    public void refresh() {
        board.refresh();
    }

    @Override
    public Optional<String> copyable() {
        return Optional.ofNullable(model.selectedMemberProperty().get());
    }
}
