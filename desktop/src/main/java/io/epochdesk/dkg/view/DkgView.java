package io.epochdesk.dkg.view;

import io.epochdesk.board.Board;
import io.epochdesk.board.BoardSnapshot;
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
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

import java.time.Instant;
import java.util.Optional;

/** The DKG page. */
public final class DkgView implements Page {

    /** Below this height the forecast says no more than its answers. */
    private static final double LOW = 700;

    private final DkgViewModel model;
    private final Board board;
    private final Words words;
    private final VBox root = new VBox();
    private final Label headline = Labels.title("");
    private final ToneMark condition = new ToneMark();
    private final ToneMark own = new ToneMark(Tone.MINE, "");
    private final Label basis = Labels.body("");
    private final ForecastStrip forecast;
    private final RibbonControl ribbon;
    private final SubmissionBar submissions;
    private final DrawnGrid<NodeRow> matrix;
    private final NodeDetails details;
    private final EmptyState nobody = new EmptyState(MaterialDesignK.KEY_CHAIN_VARIANT);
    private final FeedCard feed;
    private final Label proof = Labels.caption("");
    private final Card matrixCard;
    private final Card feedCard;

    public DkgView(
            DkgViewModel model,
            Board board,
            FxFeed<BoardSnapshot> snapshots,
            FxClock clock,
            Formats formats,
            FxThread fx) {
        this.model = model;
        this.board = board;
        words = formats.words();
        ribbon = new RibbonControl(formats);
        submissions = new SubmissionBar(words);
        forecast = new ForecastStrip(words);
        details = new NodeDetails(words, model::reveal);
        matrix =
                new DrawnGrid<>(
                        new MatrixColumns(words, model.mineProperty()::get).all(),
                        24,
                        30,
                        MatrixColumns::locate);
        feed = new FeedCard(model, formats);
        StackPane rows = new StackPane(matrix, nobody);
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox left = new VBox(12, rows, details, submissions);
        VBox.setVgrow(feed, Priority.ALWAYS);
        VBox right = new VBox(8, feed, proof);
        matrixCard = new Card(words.say("dkg.card.matrix"), left, formats, fx);
        feedCard = new Card(words.say("dkg.card.feed"), right, formats, fx);
        build();
        bind();
        WhileShown.of(root, () -> activate(snapshots, clock));
    }

    private void build() {
        root.getStyleClass().addAll("page", "dkg-page");
        root.setId("dkg-page");
        headline.setId("dkg-headline");
        headline.setWrapText(true);
        basis.setId("dkg-basis");
        ribbon.setId("ribbon");
        submissions.setId("submissions");
        matrix.setId("matrix");
        matrix.setAccessibleText(words.say("dkg.card.matrix"));
        matrix.setMinHeight(80);
        proof.setId("dkg-proof");
        proof.setWrapText(true);
        condition.setMinWidth(Region.USE_PREF_SIZE);
        HBox second = new HBox(16, condition, basis);
        second.setAlignment(Pos.BASELINE_LEFT);
        own.setId("dkg-own");
        VBox answer = new VBox(4, headline, second, own);
        answer.setMinHeight(Region.USE_PREF_SIZE);
        HBox columns = new HBox(16, matrixCard, feedCard);
        HBox.setHgrow(matrixCard, Priority.ALWAYS);
        HBox.setHgrow(feedCard, Priority.ALWAYS);
        matrixCard.setMinWidth(450);
        feedCard.setMinWidth(460);
        matrixCard.prefWidthProperty().bind(root.widthProperty().multiply(0.465));
        feedCard.prefWidthProperty().bind(root.widthProperty().multiply(0.535));
        VBox.setVgrow(columns, Priority.ALWAYS);
        root.heightProperty().subscribe(height -> forecast.setCompact(height.doubleValue() < LOW));
        root.getChildren().addAll(answer, forecast, ribbon, columns);
    }

    private void bind() {
        headline.textProperty().bind(model.headlineProperty());
        basis.textProperty().bind(model.basisProperty());
        model.tilesProperty().subscribe(forecast::show);
        proof.textProperty().bind(model.proofProperty());
        own.textProperty().bind(model.ownProperty());
        own.visibleProperty().bind(model.ownProperty().isNotEmpty());
        own.managedProperty().bind(own.visibleProperty());
        model.mineProperty().subscribe(matrix::redraw);
        model.conditionProperty().subscribe(this::showCondition);
        model.graveProperty().subscribe(_ -> showCondition(model.conditionProperty().get()));
        model.matrixProperty().subscribe(matrix::setRows);
        model.groupsProperty().subscribe(_ -> showSubmissions());
        model.forecastProperty().subscribe(_ -> showSubmissions());
        model.agreementsProperty().subscribe(_ -> showSubmissions());
        matrix.orderProperty()
                .subscribe(header -> model.matrixOrderProperty().set(MatrixColumns.order(header)));
        matrix.setOnOpen(
                row ->
                        model.feed()
                                .queryProperty()
                                .set(model.feed().queryProperty().get().withNode(row.nodeId())));
        matrix.selectedProperty().subscribe(details::show);
        matrix.setOnCopy(text -> Copying.copy(matrix, text));
    }

    private Subscription activate(FxFeed<BoardSnapshot> snapshots, FxClock clock) {
        Board.Hold hold = board.hold(Board.Interest.DKG, Board.Interest.WHITEBOARD);
        return Subscription.combine(
                hold::close,
                snapshots.open(),
                clock.open(),
                snapshots.subscribe(
                        snapshot -> {
                            model.show(snapshot, clock.getValue());
                            showTime(clock.getValue());
                        }),
                clock.subscribe(
                        now -> {
                            model.tick(now);
                            showTime(now);
                        }));
    }

    private void showSubmissions() {
        submissions.show(
                model.forecastProperty().get(),
                model.groupsProperty().get(),
                model.agreementsProperty().get());
    }

    private void showTime(Instant now) {
        ribbon.show(model.ribbonProperty().get(), now);
        matrixCard.show(model.stateProperty().get(), now);
        feedCard.show(model.whiteboardProperty().get(), now);
        ProvenanceLine.mark(
                forecast,
                model.whiteboardProperty()
                        .get()
                        .reading()
                        .map(reading -> ProvenanceLine.isStale(reading.provenance(), now))
                        .orElse(false));
    }

    private void showCondition(DkgCondition now) {
        boolean grave = model.graveProperty().get();
        condition.show(
                grave ? Tone.DANGER : tone(now),
                grave ? words.say("dkg.condition.grave") : words.name("dkg.condition", now));
        boolean past = now == DkgCondition.LAST_EPOCH;
        matrix.setPast(past);
        submissions.setPast(past);
        feed.setPast(past);
        nobody.setVisible(now == DkgCondition.NONE);
        nobody.setManaged(now == DkgCondition.NONE);
        matrix.setVisible(now != DkgCondition.NONE);
        nobody.show(words.say("dkg.empty"), words.say("dkg.empty.why"));
    }

    private static Tone tone(DkgCondition condition) {
        return switch (condition) {
            case WAITING, UNREADABLE -> Tone.UNKNOWN;
            case NONE, LAST_EPOCH -> Tone.CALM;
            case RUNNING -> Tone.PROGRESS;
            case STUCK -> Tone.DANGER;
            case COMPLETE -> Tone.SUCCESS;
        };
    }

    /** Selects a consensus node; the page must be open. */
    public void showNode(String nodeId) {
        matrix.rows().stream()
                .filter(row -> row.nodeId().equals(nodeId))
                .findFirst()
                .ifPresent(matrix::select);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public String id() {
        return "dkg";
    }

    @Override
    public String title() {
        return words.say("dkg.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignK.KEY_CHAIN_VARIANT;
    }

    @Override
    public void find() {
        feed.find();
    }

    @Override
    public void refresh() {
        board.refresh();
    }

    @Override
    public Optional<String> copyable() {
        return Optional.ofNullable(matrix.selectedProperty().get()).map(NodeRow::nodeId);
    }
}
