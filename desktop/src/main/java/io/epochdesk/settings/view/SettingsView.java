package io.epochdesk.settings.view;

import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.ConfirmDialog;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FaultBanner;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.View;
import io.epochdesk.ui.WhileShown;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.time.InstantSource;
import java.util.Objects;

/**
 * The Settings page: networks at the left with the console's own settings, the network being edited
 * at the right.
 */
final class SettingsView implements View {

    private final SettingsViewModel model;
    private final Words words;
    private final InstantSource time;
    private final ListView<String> networks = new ListView<>();
    private final Button remove = new Button();
    private final StackPane editor = new StackPane();
    private final FaultBanner banner;
    private final ConfirmDialog confirm;
    private final ConsolePane console;
    private final ScrollPane root = new ScrollPane();
    private Subscription editing = Subscription.EMPTY;

    SettingsView(
            SettingsViewModel model,
            Formats formats,
            InstantSource time,
            DialogDress dress,
            String usualDataFolder) {
        this.model = model;
        this.time = time;
        words = formats.words();
        banner = new FaultBanner(formats);
        confirm = new ConfirmDialog(words, dress);
        console = new ConsolePane(model, words, usualDataFolder);
        build();
        WhileShown.of(root, this::follow);
    }

    @Override
    public Parent root() {
        return root;
    }

    /** Offers something to do with the console as a whole. */
    void offer(String id, String name, Runnable act) {
        console.offer(id, name, act);
    }

    private Subscription follow() {
        Subscription following =
                Subscription.combine(
                        model.settings().subscribe(console::show),
                        model.fault().subscribe(fault -> banner.show(fault, null, time.instant())),
                        model.form().subscribe(this::edit),
                        model.selected().subscribe(this::select));
        return following.and(() -> edit(null));
    }

    private void build() {
        networks.setId("networks");
        networks.setAccessibleText(words.say("settings.networks"));
        networks.setItems(model.networks());
        networks.getStyleClass().add("network-list");
        networks.setPrefHeight(190);
        networks.setCellFactory(_ -> new NetworkCell());
        networks.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        id -> {
                            if (id != null) {
                                model.selected().set(id);
                            }
                        });
        MenuButton add =
                new MenuButton(
                        words.say("settings.network.add"), new FontIcon(MaterialDesignP.PLUS));
        add.setId("network-add");
        NetworkProfiles.builtIn()
                .forEach(
                        like -> {
                            MenuItem item =
                                    new MenuItem(
                                            words.say(
                                                    "settings.network.like", "name", like.name()));
                            item.setId("network-add-" + like.id());
                            item.setOnAction(
                                    _ -> model.add(like, words.say("settings.network.new")));
                            add.getItems().add(item);
                        });
        remove.setId("network-remove");
        remove.setOnAction(_ -> askToRemove(Objects.requireNonNull(model.selected().get())));
        HBox acts = new HBox(8, add, remove);
        acts.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox list = new VBox(12, Labels.heading(words.say("settings.networks")), networks, acts);
        list.getStyleClass().add("epoch-card");
        VBox left = new VBox(16, list, console);
        left.setMinWidth(248);
        left.getStyleClass().add("settings-left");
        HBox.setHgrow(editor, Priority.ALWAYS);
        editor.setMinWidth(0);
        HBox columns = new HBox(16, left, editor);
        VBox page = new VBox(Labels.headline(words.say("settings.title")), banner, columns);
        page.getStyleClass().add("page");
        root.setContent(page);
        root.setFitToWidth(true);
        root.getStyleClass().add("page-scroll");
        root.setId("settings");
    }

    private void askToRemove(String id) {
        String key = SettingsViewModel.isBuiltIn(id) ? "settings.reset" : "settings.remove";
        confirm.ask(
                root.getScene().getWindow(),
                words.say(key + ".title", "name", model.nameProperty(id).get()),
                words.say(key + (model.isNew(id) ? ".unsaved.why" : ".why")),
                words.say(key + ".act"),
                () -> model.remove(id));
    }

    private void edit(@Nullable NetworkForm form) {
        editing.unsubscribe();
        editing = Subscription.EMPTY;
        editor.getChildren().clear();
        if (form != null) {
            NetworkPane pane = new NetworkPane(form, model, words);
            StackPane.setAlignment(pane, javafx.geometry.Pos.TOP_LEFT);
            pane.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
            editor.getChildren().setAll(pane);
            editing = pane.follow();
        }
    }

    private void select(@Nullable String id) {
        if (id != null && !id.equals(networks.getSelectionModel().getSelectedItem())) {
            networks.getSelectionModel().select(id);
        }
        remove.setDisable(id == null);
        remove.setText(
                words.say(
                        id != null && SettingsViewModel.isBuiltIn(id)
                                ? "settings.network.reset"
                                : "settings.network.remove"));
    }

    private final class NetworkCell extends ListCell<String> {

        @Override
        protected void updateItem(@Nullable String id, boolean empty) {
            super.updateItem(id, empty);
            textProperty().unbind();
            if (empty || id == null) {
                setText("");
            } else {
                textProperty().bind(model.nameProperty(id));
            }
        }
    }
}
