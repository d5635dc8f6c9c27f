package io.epochdesk.registration.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.FlowRecord;
import io.epochdesk.registration.FlowWords;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Column;
import io.epochdesk.ui.ConfirmDialog;
import io.epochdesk.ui.Copying;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.EmptyState;
import io.epochdesk.ui.FaultBanner;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Page;
import io.epochdesk.ui.Skeleton;
import io.epochdesk.ui.ToneMark;
import io.epochdesk.ui.WhileShown;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The Activity page: flows to be taken up again, and the log of what was done. */
public final class ActivityPage implements Page {

    private final ActivityViewModel model;
    private final Formats formats;
    private final Words words;
    private final FxClock clock;
    private final DialogDress dress;
    private final Consumer<FlowRecord> resume;
    private final FlowWords flow;
    private final FaultBanner banner;
    private final Label headline = Labels.title("");
    private final VBox unfinished = new VBox(8);
    private final VBox unfinishedCard = new VBox(12);
    private final TableView<ActivityRow> table = new TableView<>();
    private final EmptyState nothing = new EmptyState(MaterialDesignH.HISTORY);
    private final Skeleton loading;
    private final VBox root = new VBox();

    /**
     * The page.
     *
     * @param resume takes a flow up again
     * @param open begins a flow
     */
    public ActivityPage(
            ActivityViewModel model,
            Formats formats,
            FxClock clock,
            FxThread fx,
            DialogDress dress,
            Consumer<FlowRecord> resume,
            Consumer<FlowStart> open) {
        this.model = model;
        this.formats = formats;
        this.clock = clock;
        this.dress = dress;
        this.resume = resume;
        words = formats.words();
        flow = new FlowWords(words);
        banner = new FaultBanner(formats);
        loading = new Skeleton(6, words.say("ui.loading"), fx);
        nothing.show(words.say("flows.activity.nothing"), words.say("flows.activity.nothing.why"));
        root.setId("activity");
        root.getStyleClass().addAll("page", "activity-page");
        headline.setId("activity-headline");
        headline.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(16, headline, gap, starter(open));
        top.setAlignment(Pos.CENTER_LEFT);
        unfinishedCard.getStyleClass().add("epoch-card");
        unfinishedCard
                .getChildren()
                .addAll(Labels.heading(words.say("flows.activity.unfinished")), unfinished);
        unfinishedCard.managedProperty().bind(unfinishedCard.visibleProperty());
        unfinishedCard.setMinHeight(Region.USE_PREF_SIZE);
        build();
        StackPane log = new StackPane(loading, table, nothing);
        VBox.setVgrow(log, Priority.ALWAYS);
        VBox logCard = new VBox(12, Labels.heading(words.say("flows.activity.log")), log);
        logCard.getStyleClass().add("epoch-card");
        VBox.setVgrow(logCard, Priority.ALWAYS);
        root.getChildren().addAll(top, banner, unfinishedCard, logCard);
        WhileShown.of(root, this::follow);
    }

    private MenuButton starter(Consumer<FlowStart> open) {
        MenuButton start = new MenuButton(words.say("flows.activity.start"));
        start.setId("activity-start");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.getStyleClass().add(Styles.ACCENT);
        for (FlowKind kind : FlowKind.values()) {
            MenuItem item = new MenuItem(flow.name(kind));
            item.setId("start-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            item.setOnAction(_ -> open.accept(FlowStart.of(kind)));
            start.getItems().add(item);
        }
        return start;
    }

    private void build() {
        table.setId("activity-log");
        table.setAccessibleText(words.say("flows.activity.log"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(
                        List.of(
                                Column.<ActivityRow, Instant>of(
                                                words.say("flows.activity.when"),
                                                row -> row.activity().at())
                                        .written(at -> formats.instant(at, clock.getValue()))
                                        .width(150, 190)
                                        .build(),
                                Column.<ActivityRow, String>of(
                                                words.say("flows.activity.what"), ActivityRow::what)
                                        .tooltip(ActivityRow::what)
                                        .width(220, 320)
                                        .build(),
                                Column.<ActivityRow, String>of(
                                                words.say("flows.activity.node"),
                                                row -> text(row.activity().nodeId()))
                                        .written(Formats::shortId)
                                        .tooltip(row -> text(row.activity().nodeId()))
                                        .mono()
                                        .width(120, 140)
                                        .build(),
                                Column.<ActivityRow, String>of(
                                                words.say("flows.activity.account"),
                                                ActivityPage::signer)
                                        .width(150, 230)
                                        .build(),
                                Column.<ActivityRow, String>of(
                                                words.say("flows.activity.transaction"),
                                                ActivityRow::transaction)
                                        .written(Formats::shortId)
                                        .tooltip(ActivityRow::transaction)
                                        .mono()
                                        .width(120, 140)
                                        .build(),
                                Column.<ActivityRow, ActivityRow>of(
                                                words.say("flows.activity.outcome"), row -> row)
                                        .sorted(
                                                java.util.Comparator.comparing(
                                                        ActivityRow::outcome))
                                        .cells(OutcomeCell::new)
                                        .width(130, 200)
                                        .build()));
        table.setRowFactory(
                _ -> {
                    javafx.scene.control.TableRow<ActivityRow> row =
                            new javafx.scene.control.TableRow<>();
                    row.setOnMouseClicked(
                            mouse -> {
                                if (mouse.getClickCount() == 2 && !row.isEmpty()) {
                                    copy(row.getItem());
                                }
                            });
                    return row;
                });
    }

    private void copy(ActivityRow row) {
        if (!row.transaction().isEmpty()) {
            Copying.copy(table, row.transaction());
        }
    }

    private static String signer(ActivityRow row) {
        String account = row.activity().account();
        return account == null ? "" : "0x" + account;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Subscription follow() {
        model.look();
        return Subscription.combine(
                clock.open(),
                clock.subscribe(_ -> model.look()),
                model.rowsProperty().subscribe(this::show),
                model.unfinishedProperty().subscribe(this::offer),
                model.faultProperty()
                        .subscribe(fault -> banner.show(fault, null, clock.getValue())));
    }

    private void show(@Nullable List<ActivityRow> rows) {
        loading.setVisible(rows == null);
        table.setVisible(rows != null && !rows.isEmpty());
        nothing.setVisible(rows != null && rows.isEmpty());
        if (rows != null) {
            ActivityRow before = table.getSelectionModel().getSelectedItem();
            table.getItems().setAll(rows);
            if (before != null) {
                rows.stream()
                        .filter(row -> row.number() == before.number())
                        .findFirst()
                        .ifPresent(table.getSelectionModel()::select);
            }
        }
        sum();
    }

    private void offer(List<FlowRecord> records) {
        unfinished.getChildren().clear();
        records.forEach(record -> unfinished.getChildren().add(row(record)));
        unfinishedCard.setVisible(!records.isEmpty());
        sum();
    }

    private HBox row(FlowRecord record) {
        Label what = Labels.body(model.describe(record));
        Label since =
                Labels.caption(
                        words.say(
                                "flows.activity.begun",
                                "time",
                                formats.instant(record.begun(), clock.getValue())));
        VBox named = new VBox(what, since);
        HBox.setHgrow(named, Priority.ALWAYS);
        Button go = new Button(words.say("flows.activity.resume"));
        go.setId("resume-" + record.id());
        go.getStyleClass().add("resume");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(_ -> resume.accept(record));
        Button away = new Button(words.say("flows.activity.throwAway"));
        away.setMinWidth(Region.USE_PREF_SIZE);
        away.getStyleClass().add(Styles.FLAT);
        away.setDisable(!ActivityViewModel.canThrowAway(record));
        away.setOnAction(
                _ ->
                        new ConfirmDialog(words, dress)
                                .ask(
                                        root.getScene().getWindow(),
                                        words.say("flows.throwAway.question"),
                                        words.say("flows.throwAway.why"),
                                        words.say("flows.activity.throwAway"),
                                        () -> model.throwAway(record)));
        HBox row = new HBox(12, named, away, go);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void sum() {
        int open = model.unfinishedProperty().get().size();
        List<ActivityRow> rows = model.rowsProperty().get();
        headline.setText(
                rows == null
                        ? words.say("flows.activity.reading")
                        : open > 0
                                ? words.count("flows.activity.open", open)
                                : words.count("flows.activity.done", rows.size()));
    }

    /** Selects the activity with this transaction; the page must be open. */
    public void showTransaction(String id) {
        table.getItems().stream()
                .filter(row -> row.transaction().equals(id))
                .findFirst()
                .ifPresent(
                        row -> {
                            table.getSelectionModel().select(row);
                            table.scrollTo(row);
                        });
    }

    /** IDs of the transactions in the log, newest first, with what they did. */
    public List<Done> transactions() {
        List<ActivityRow> rows = model.rowsProperty().get();
        return rows == null
                ? List.of()
                : rows.stream()
                        .filter(row -> !row.transaction().isEmpty())
                        .map(row -> new Done(row.transaction(), row.what(), row.outcome()))
                        .toList();
    }

    /**
     * A transaction in the log.
     *
     * @param id 64 hex digits
     * @param what what it did
     * @param outcome how it ended
     */
    public record Done(String id, String what, String outcome) {}

    @Override
    public String id() {
        return "activity";
    }

    @Override
    public String title() {
        return words.say("flows.activity");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignH.HISTORY;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void refresh() {
        model.look();
    }

    @Override
    public Optional<String> copyable() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .map(ActivityRow::transaction)
                .filter(id -> !id.isEmpty());
    }

    private static final class OutcomeCell extends TableCell<ActivityRow, ActivityRow> {

        private final ToneMark mark = new ToneMark();

        @Override
        protected void updateItem(@Nullable ActivityRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
            } else {
                mark.show(row.tone(), row.outcome());
                setGraphic(mark);
                String detail = row.activity().detail();
                setTooltip(detail.isEmpty() ? null : new javafx.scene.control.Tooltip(detail));
            }
        }
    }
}
