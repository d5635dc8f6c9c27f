package io.epochdesk.dkg.view;

import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Copying;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.drawn.DrawnGrid;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
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

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;

/** The whiteboard feed with its filters, and the raw content of the message that is open. */
final class FeedCard extends VBox {

    private final DkgViewModel model;
    private final FeedViewModel feed;
    private final Words words;
    private final TextField find = new TextField();
    private final ComboBox<@Nullable MessageKind> kind = new ComboBox<>();
    private final CheckBox flagged = new CheckBox();
    private final CheckBox follow = new CheckBox();
    private final Button node = new Button();
    private final Label count = Labels.caption("");
    private final Label nothing = Labels.body("");
    private final DrawnGrid<WhiteboardEntry> grid;
    private final RawPane raw;

    FeedCard(DkgViewModel model, Formats formats) {
        this.model = model;
        feed = model.feed();
        words = formats.words();
        FeedColumns columns = new FeedColumns(words, () -> feed.rulingsProperty().get());
        grid = new DrawnGrid<>(columns.all(), 24, 30, this::locate);
        raw = new RawPane(model, columns, words);
        setSpacing(8);
        build();
        bind();
    }

    private void build() {
        grid.setId("feed");
        grid.setAccessibleText(words.say("dkg.card.feed"));
        grid.setMinHeight(96);
        find.setId("feed-find");
        find.setPromptText(words.say("dkg.find"));
        find.setAccessibleText(words.say("dkg.find"));
        find.setMinWidth(120);
        HBox.setHgrow(find, Priority.ALWAYS);
        kind.setId("feed-kind");
        kind.setAccessibleText(words.say("dkg.column.kind"));
        kind.setMinWidth(120);
        kind.getItems().add(null);
        kind.getItems().addAll(MessageKind.values());
        kind.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable MessageKind value) {
                        return value == null
                                ? words.say("dkg.kind.all")
                                : words.name("dkg.kind", value);
                    }

                    @Override
                    public @Nullable MessageKind fromString(String text) {
                        return null;
                    }
                });
        flagged.setId("feed-flagged");
        flagged.setText(words.say("dkg.onlyFlagged"));
        flagged.setMinWidth(Region.USE_PREF_SIZE);
        follow.setId("feed-follow");
        follow.setText(words.say("dkg.follow"));
        follow.setMinWidth(Region.USE_PREF_SIZE);
        node.setId("feed-node");
        node.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
        node.getStyleClass().add("small");
        node.setAccessibleText(words.say("dkg.anyNode"));
        node.setMinWidth(Region.USE_PREF_SIZE);
        HBox filters = new HBox(12, find, kind, flagged);
        filters.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        count.getStyleClass().add("feed-count");
        HBox state = new HBox(12, count, node, gap, follow);
        state.setAlignment(Pos.CENTER_LEFT);
        state.setMinHeight(28);
        nothing.setMouseTransparent(true);
        StackPane list = new StackPane(grid, nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(filters, state, list, raw);
    }

    private void bind() {
        feed.rowsProperty()
                .subscribe(
                        rows -> {
                            grid.setRows(rows);
                            showCount();
                            showRevealed();
                        });
        feed.revealedProperty().subscribe(_ -> showRevealed());
        feed.totalProperty().subscribe(_ -> showCount());
        feed.rulingsProperty().subscribe(_ -> grid.redraw());
        feed.queryProperty().subscribe(this::showQuery);
        find.textProperty().subscribe(text -> feed.queryProperty().set(query().withText(text)));
        kind.valueProperty().subscribe(value -> feed.queryProperty().set(query().withKind(value)));
        flagged.selectedProperty()
                .subscribe(only -> feed.queryProperty().set(query().withOnlyFlagged(only)));
        node.setOnAction(_ -> feed.queryProperty().set(query().withNode(null)));
        follow.selectedProperty().bindBidirectional(feed.followingProperty());
        grid.followingProperty().bindBidirectional(feed.followingProperty());
        grid.orderProperty()
                .subscribe(order -> feed.queryProperty().set(FeedColumns.ordered(query(), order)));
        grid.selectedProperty().subscribe(entry -> feed.selectedProperty().set(entry));
        grid.setOnOpen(model::openRaw);
        grid.setOnCopy(text -> Copying.copy(grid, text));
    }

    /** Once its row is there: the filters are lifted away from the FX thread. */
    private void showRevealed() {
        WhiteboardEntry wanted = feed.revealedProperty().get();
        if (wanted != null && feed.rowOf(wanted.position()) >= 0) {
            grid.select(wanted);
            feed.revealDone();
        }
    }

    private FeedQuery query() {
        return feed.queryProperty().get();
    }

    private void showQuery(FeedQuery query) {
        String chosen = query.nodeId();
        node.setVisible(chosen != null);
        node.setManaged(chosen != null);
        node.setText(chosen == null ? "" : Formats.shortId(chosen));
        if (query.equals(FeedQuery.ALL)) {
            find.clear();
            kind.setValue(null);
            flagged.setSelected(false);
        }
    }

    private void showCount() {
        int shown = feed.rowsProperty().get().size();
        int total = feed.totalProperty().get();
        count.setText(
                shown == total
                        ? words.count("dkg.messages", total)
                        : words.say("dkg.shown", "shown", shown, "all", total));
        nothing.setText(
                total == 0
                        ? words.say("dkg.feed.empty")
                        : shown == 0 ? words.say("dkg.feed.nothingFound") : "");
    }

    private int locate(List<WhiteboardEntry> rows, WhiteboardEntry wanted) {
        return feed.rowOf(wanted.position());
    }

    void find() {
        find.requestFocus();
    }

    void setPast(boolean past) {
        grid.setPast(past);
    }
}
