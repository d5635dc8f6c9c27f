package io.epochdesk.ui.palette;

import io.epochdesk.text.Words;
import io.epochdesk.ui.EmptyState;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.View;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.List;

/**
 * The palette over the window. The focus stays in the field: arrows choose, Enter does, Escape
 * closes and gives the focus back.
 */
public final class PalettePane implements View {

    private static final int PAGE = 8;
    private static final int ROWS = 9;
    private static final int ROW_HEIGHT = 48;
    private static final int LIST_EDGES = 8;

    private final PaletteViewModel model;
    private final Words words;
    private final FxThread fx;
    private final TextField field = new TextField();
    private final ListView<Match> list = new ListView<>();
    private final EmptyState nothing = new EmptyState(MaterialDesignM.MAGNIFY_CLOSE);
    private final Label count = Labels.caption("");
    private final StackPane root = new StackPane();
    private @Nullable Node before;

    public PalettePane(PaletteViewModel model, Words words, FxThread fx) {
        this.model = model;
        this.words = words;
        this.fx = fx;
        field.setId("palette-field");
        field.setPromptText(words.say("palette.prompt"));
        field.setAccessibleText(words.say("palette.prompt"));
        field.getStyleClass().add("palette-field");
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        HBox.setHgrow(field, Priority.ALWAYS);
        list.setId("palette-list");
        list.getStyleClass().add("palette-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW_HEIGHT);
        list.setAccessibleText(words.say("palette.title"));
        list.setCellFactory(_ -> cell());
        StackPane found = new StackPane(list, nothing);
        HBox top = new HBox(8, new FontIcon(MaterialDesignM.MAGNIFY), field);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("palette-top");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(8, Labels.caption(words.say("palette.keys")), gap, count);
        foot.getStyleClass().add("palette-foot");
        VBox box = new VBox(top, found, foot);
        box.getStyleClass().add("palette");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        root.setId("palette");
        root.getStyleClass().add("palette-scrim");
        root.getChildren().add(box);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        root.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> model.close());
        model.matchesProperty().subscribe(this::show);
        model.queryProperty()
                .subscribe(
                        typed ->
                                nothing.show(
                                        words.say("palette.nothing", "typed", typed.strip()),
                                        words.say("palette.nothing.why")));
        model.selectedProperty().subscribe(this::select);
        model.openProperty().subscribe(this::open);
    }

    @Override
    public Parent root() {
        return root;
    }

    private CommandCell cell() {
        CommandCell cell = new CommandCell(model, words);
        cell.setOnMouseClicked(
                _ -> {
                    if (!cell.isEmpty()) {
                        model.select(cell.getIndex());
                        model.run();
                    }
                });
        return cell;
    }

    private void open(boolean open) {
        root.setVisible(open);
        root.setManaged(open);
        if (open) {
            before = root.getScene() == null ? null : root.getScene().getFocusOwner();
            fx.run(field::requestFocus);
        } else if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    private void show(List<Match> matches) {
        list.getItems().setAll(matches);
        select();
        nothing.setVisible(matches.isEmpty());
        list.setVisible(!matches.isEmpty());
        list.setPrefHeight(ROW_HEIGHT * Math.clamp(matches.size(), ROWS / 2, ROWS) + LIST_EDGES);
        count.setText(words.say("palette.count", "shown", matches.size(), "all", model.size()));
    }

    private void select() {
        int row = model.selectedProperty().get();
        if (row >= 0 && row < list.getItems().size()) {
            list.getSelectionModel().clearAndSelect(row);
            list.scrollTo(Math.max(0, row - ROWS / 2));
        }
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case PAGE_UP -> model.leap(-PAGE);
            case PAGE_DOWN -> model.leap(PAGE);
            case ENTER -> model.run();
            case ESCAPE -> model.close();
            // There is nothing else to go to.
            case TAB -> {}
            default -> {
                return;
            }
        }
        key.consume();
    }
}
