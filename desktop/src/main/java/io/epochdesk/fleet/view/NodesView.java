package io.epochdesk.fleet.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.ConfirmDialog;
import io.epochdesk.ui.Copying;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.EmptyState;
import io.epochdesk.ui.FaultBanner;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Skeleton;
import io.epochdesk.ui.View;
import io.epochdesk.ui.WhileShown;
import io.epochdesk.ui.drawn.DrawnGrid;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The page My nodes. */
final class NodesView implements View {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    /** From then on what the doctor found is called old: rounds come more often everywhere. */
    private static final Duration OLD = Duration.ofMinutes(12);

    private static final double ROW = 44;
    private static final double HEADER = 30;

    /** Filters, spaces and edges around the table. */
    private static final double AROUND = 104;

    /** Height that is enough for what is known of one node. */
    private static final double DETAIL_ENOUGH = 520;

    /** How much of the height the table takes at most, so that the detail has room. */
    private static final double TABLE_SHARE = 0.45;

    private final NodesViewModel model;
    private final Supplier<AddViewModel> adding;
    private final FxClock clock;
    private final Formats formats;
    private final Words words;
    private final DialogDress dress;
    private final FontIcon mark = new FontIcon();
    private final Label answer = Labels.title("");
    private final Label age = Labels.caption("");
    private final FaultBanner trouble;
    private final FaultBanner failure;
    private final DrawnGrid<NodeRow> table;
    private final NodeDetail detail;
    private final TextField find = new TextField();
    private final CheckBox onlyNotFit = new CheckBox();
    private final VBox tableCard = new VBox(12);
    private final VBox detailCard = new VBox();
    private final VBox list = new VBox(16);
    private final ScrollPane scroll = new ScrollPane(list);
    private final Button again = new Button();
    private final Button add = new Button();
    private final EmptyState none = new EmptyState(MaterialDesignS.STAR_OUTLINE);
    private final EmptyState nothingFound = new EmptyState(MaterialDesignS.STAR_OUTLINE);
    private final Button addFirst = new Button();
    private final VBox empty;
    private final Skeleton loading;
    private final StackPane middle = new StackPane();
    private final VBox root = new VBox(16);

    NodesView(
            NodesViewModel model,
            Supplier<AddViewModel> adding,
            FlowPort flows,
            FxFeed<FleetSnapshot> feed,
            Furniture furniture) {
        this.model = model;
        this.adding = adding;
        clock = furniture.clock();
        formats = furniture.formats();
        words = formats.words();
        dress = furniture.dress();
        trouble = new FaultBanner(formats);
        failure = new FaultBanner(formats);
        table = new DrawnGrid<>(new NodeColumns(words).all(), ROW, HEADER, NodesView::locate);
        detail = new NodeDetail(model, formats, flows, this::askToRemove);
        loading = new Skeleton(6, words.say("ui.loading"), furniture.fx());
        none.show(words.say("fleet.empty"), words.say("fleet.empty.why"));
        nothingFound.show(words.say("fleet.filtered"), words.say("fleet.filtered.why"));
        empty = new VBox(16, none, addFirst);
        build();
        bind();
        WhileShown.of(root, () -> follow(feed));
    }

    /**
     * What every view of the window uses.
     *
     * @param clock tells the time
     * @param formats language and zone
     * @param fx the FX thread
     * @param dress what dialogs wear
     */
    record Furniture(FxClock clock, Formats formats, FxThread fx, DialogDress dress) {}

    @Override
    public Parent root() {
        return root;
    }

    /** Puts the cursor where one looks for a node. */
    void find() {
        find.requestFocus();
    }

    /** Asks which nodes to add. */
    void add() {
        new AddDialog(
                        root.getScene() == null ? null : root.getScene().getWindow(),
                        adding.get(),
                        formats,
                        clock,
                        dress)
                .show();
    }

    private void build() {
        root.setId("nodes");
        root.getStyleClass().add("page");
        answer.setId("nodes-headline");
        mark.getStyleClass().add("nodes-mark");
        answer.setWrapText(true);
        answer.setMinHeight(Region.USE_PREF_SIZE);
        age.setId("nodes-age");
        age.setMinWidth(Region.USE_PREF_SIZE);
        add.setText(words.say("fleet.add"));
        add.setGraphic(new FontIcon(MaterialDesignP.PLUS));
        add.setId("nodes-add");
        add.getStyleClass().add(Styles.ACCENT);
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(_ -> add());
        again.setText(words.say("fleet.again"));
        again.setGraphic(new FontIcon(MaterialDesignR.REFRESH));
        again.setId("nodes-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> model.refresh());
        HBox.setHgrow(answer, Priority.ALWAYS);
        answer.setMaxWidth(Double.MAX_VALUE);
        HBox top = new HBox(12, mark, answer, age, again, add);
        top.setAlignment(Pos.CENTER_LEFT);
        addFirst.setText(words.say("fleet.add"));
        addFirst.setGraphic(new FontIcon(MaterialDesignP.PLUS));
        addFirst.setId("nodes-add-first");
        addFirst.getStyleClass().add(Styles.ACCENT);
        addFirst.setOnAction(_ -> add());
        empty.setAlignment(Pos.CENTER);
        furnishList();
        VBox.setVgrow(middle, Priority.ALWAYS);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("page-scroll");
        // the pane would take the focus from what was clicked in it
        list.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        scroll.heightProperty().subscribe(_ -> fitTable(model.rowsProperty().get()));
        middle.getChildren().addAll(loading, empty, scroll);
        root.getChildren().addAll(top, trouble, failure, middle);
    }

    private void furnishList() {
        find.setId("nodes-find");
        find.setPromptText(words.say("fleet.find"));
        find.setAccessibleText(words.say("fleet.find"));
        HBox.setHgrow(find, Priority.ALWAYS);
        onlyNotFit.setId("nodes-not-fit");
        onlyNotFit.setText(words.say("fleet.onlyNotFit"));
        onlyNotFit.setMinWidth(Region.USE_PREF_SIZE);
        HBox filters = new HBox(16, find, onlyNotFit);
        filters.setAlignment(Pos.CENTER_LEFT);
        table.setId("nodes-table");
        table.setAccessibleText(words.say("fleet.title"));
        table.setMinHeight(74);
        nothingFound.managedProperty().bind(nothingFound.visibleProperty());
        StackPane rows = new StackPane(table, nothingFound);
        VBox.setVgrow(rows, Priority.ALWAYS);
        tableCard.getStyleClass().add("epoch-card");
        tableCard.getChildren().addAll(filters, rows);
        detailCard.getStyleClass().add("epoch-card");
        VBox.setVgrow(detail, Priority.ALWAYS);
        detailCard.getChildren().add(detail);
        detailCard.setMinHeight(Region.USE_PREF_SIZE);
        detailCard.setPrefHeight(384);
        VBox.setVgrow(tableCard, Priority.ALWAYS);
        VBox.setVgrow(detailCard, Priority.ALWAYS);
        list.getChildren().addAll(tableCard, detailCard);
    }

    private void bind() {
        find.textProperty().bindBidirectional(model.findProperty());
        onlyNotFit.selectedProperty().bindBidirectional(model.onlyNotFitProperty());
        model.stateProperty().subscribe(this::showState);
        model.headlineProperty()
                .subscribe(
                        headline -> {
                            mark.setIconCode(headline.tone().icon());
                            headline.tone().on(mark);
                            answer.setText(headline.sentence());
                        });
        model.rowsProperty()
                .subscribe(
                        rows -> {
                            table.setRows(rows);
                            fitTable(rows);
                            nothingFound.setVisible(rows.isEmpty());
                            table.setVisible(!rows.isEmpty());
                        });
        table.orderProperty().subscribe(order -> model.orderProperty().set(order));
        table.selectedProperty()
                .subscribe(
                        row -> {
                            if (row != null) {
                                model.selectedProperty().set(row.nodeId());
                            }
                        });
        model.selectedProperty().subscribe(_ -> select());
        model.rowsProperty().subscribe(_ -> select());
        model.shownProperty().subscribe(row -> detail.show(row, clock.getValue()));
        model.balancesProperty()
                .subscribe(
                        balances ->
                                detail.plot(
                                        balances, model.shownProperty().get(), clock.getValue()));
        model.failureProperty().subscribe(fault -> failure.show(fault, null, clock.getValue()));
        table.setOnCopy(text -> Copying.copy(table, text));
    }

    /** Few nodes leave the room to what is known of one; many take what that does not need. */
    private void fitTable(List<NodeRow> rows) {
        double wanted = HEADER + ROW * Math.max(rows.isEmpty() ? 2 : 1, model.size()) + AROUND;
        double least = Math.min(wanted, HEADER + ROW * 3 + AROUND);
        tableCard.setMinHeight(least);
        double room = scroll.getHeight();
        double most = Math.max(least, Math.max(room * TABLE_SHARE, room - DETAIL_ENOUGH));
        tableCard.setMaxHeight(Math.min(wanted, most));
        tableCard.setPrefHeight(Math.min(wanted, most));
        detailCard.setVisible(!rows.isEmpty());
    }

    private void select() {
        String chosen = model.selectedProperty().get();
        NodeRow drawn = table.selectedProperty().get();
        if (chosen != null && (drawn == null || !drawn.nodeId().equals(chosen))) {
            model.rowsProperty().get().stream()
                    .filter(row -> row.nodeId().equals(chosen))
                    .findFirst()
                    .ifPresent(table::select);
        }
    }

    private Subscription follow(FxFeed<FleetSnapshot> feed) {
        Runnable look = () -> show(feed.getValue(), clock.getValue());
        Subscription watching =
                Subscription.combine(
                        feed.open(), clock.open(), feed.subscribe(look), clock.subscribe(look));
        look.run();
        return watching;
    }

    private void show(FleetSnapshot fleet, Instant now) {
        model.show(fleet, now);
        trouble.show(model.trouble().orElse(null), model.troubleSince(), now);
        Instant examined = model.examinedAt();
        age.setText(
                examined == null
                        ? ""
                        : words.say(
                                "fleet.examined",
                                "age",
                                formats.age(Duration.between(examined, now))));
        boolean stale = examined != null && Duration.between(examined, now).compareTo(OLD) > 0;
        root.pseudoClassStateChanged(STALE, stale);
        age.getStyleClass().remove("tone-text");
        if (stale) {
            io.epochdesk.ui.Tone.ATTENTION.on(age);
            age.getStyleClass().add("tone-text");
        }
    }

    private void showState(NodesViewModel.State state) {
        loading.setVisible(state == NodesViewModel.State.LOADING);
        empty.setVisible(state == NodesViewModel.State.EMPTY);
        scroll.setVisible(state == NodesViewModel.State.LIST);
        again.setVisible(state == NodesViewModel.State.LIST);
        add.setVisible(state == NodesViewModel.State.LIST);
    }

    private void askToRemove() {
        NodeRow row = model.shownProperty().get();
        if (row == null) {
            return;
        }
        new ConfirmDialog(words, dress)
                .ask(
                        root.getScene().getWindow(),
                        words.say("fleet.remove.question", "label", row.label()),
                        words.say("fleet.remove.consequence"),
                        words.say("fleet.remove.act"),
                        model::remove);
    }

    private static int locate(List<NodeRow> rows, NodeRow wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).nodeId().equals(wanted.nodeId())) {
                return i;
            }
        }
        return -1;
    }
}
