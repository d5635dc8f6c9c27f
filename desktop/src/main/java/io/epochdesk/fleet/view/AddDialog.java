package io.epochdesk.fleet.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.fleet.Found;
import io.epochdesk.history.OwnNode;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FaultBanner;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.PathField;
import io.epochdesk.ui.ShortId;

import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/** Asks which nodes are the operator's: by ID, by address, or by a folder; shows what it found. */
final class AddDialog {

    private final AddViewModel model;
    private final Words words;
    private final TextField text = new TextField();
    private final PathField folder;
    private final FaultBanner banner;
    private final ProgressBar busy = new ProgressBar();
    private final VBox results = new VBox(8);
    private final VBox content = new VBox(16);
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final Button act;

    AddDialog(
            @Nullable Window owner,
            AddViewModel model,
            Formats formats,
            FxClock clock,
            DialogDress dress) {
        this.model = model;
        words = formats.words();
        banner = new FaultBanner(formats);
        folder =
                new PathField(
                        PathField.Kind.FOLDER, "add-folder", words.say("fleet.add.folder"), words);
        ButtonType add = new ButtonType(words.say("fleet.add.act"), ButtonData.OTHER);
        ButtonType cancel = new ButtonType(words.say("ui.cancel"), ButtonData.CANCEL_CLOSE);
        dialog.initOwner(owner);
        dialog.setTitle(words.say("fleet.add.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(add, cancel);
        act = (Button) dialog.getDialogPane().lookupButton(add);
        act.setId("add-act");
        act.getStyleClass().add(Styles.ACCENT);
        act.disableProperty().bind(model.foundProperty().isNull().or(model.busyProperty()));
        act.addEventFilter(
                ActionEvent.ACTION,
                pressed -> {
                    pressed.consume();
                    model.add();
                });
        build();
        model.busyProperty()
                .subscribe(
                        waiting -> {
                            busy.setVisible(waiting);
                            fit();
                        });
        model.failureProperty()
                .subscribe(
                        fault -> {
                            banner.show(fault, null, clock.getValue());
                            fit();
                        });
        model.foundProperty().subscribe(this::tell);
        model.doneProperty()
                .subscribe(
                        done -> {
                            if (done) {
                                dialog.setResult(add);
                                dialog.close();
                            }
                        });
        dialog.setOnShown(_ -> text.requestFocus());
        dialog.setOnHidden(_ -> model.stop());
        dress.on(dialog);
    }

    void show() {
        dialog.show();
    }

    private void build() {
        text.setId("add-text");
        text.setPromptText(words.say("fleet.add.prompt"));
        text.textProperty().bindBidirectional(model.textProperty());
        text.setOnAction(_ -> find());
        Button find = new Button(words.say("fleet.add.find"));
        find.setId("add-find");
        find.setMinWidth(Region.USE_PREF_SIZE);
        find.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.busyProperty().get() || text.getText().isBlank(),
                                model.busyProperty(),
                                text.textProperty()));
        find.setOnAction(_ -> find());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(8, text, find);
        line.setAlignment(Pos.CENTER_LEFT);
        Button look = new Button(words.say("fleet.add.look"));
        look.setId("add-look");
        look.setMinWidth(Region.USE_PREF_SIZE);
        look.setOnAction(_ -> folder.path().ifPresent(model::look));
        HBox.setHgrow(folder, Priority.ALWAYS);
        HBox folders = new HBox(8, folder, look);
        folders.setAlignment(Pos.CENTER_LEFT);
        busy.setMaxWidth(Double.MAX_VALUE);
        busy.managedProperty().bind(busy.visibleProperty());
        busy.getStyleClass().add(Styles.SMALL);
        Label idCaption = Labels.caption(words.say("fleet.add.text"));
        idCaption.setLabelFor(text);
        Label folderCaption = Labels.caption(words.say("fleet.add.folder"));
        folderCaption.setLabelFor(folder.text());
        Label why = Labels.body(words.say("fleet.add.why"));
        why.getStyleClass().add("muted");
        why.setMinHeight(Region.USE_PREF_SIZE);
        content.setPrefWidth(560);
        content.getStyleClass().add("act-content");
        content.getChildren()
                .addAll(
                        Labels.title(words.say("fleet.add.title")),
                        why,
                        new VBox(4, idCaption, line),
                        new VBox(4, folderCaption, folders),
                        busy,
                        banner,
                        results);
    }

    private void find() {
        if (!text.getText().isBlank()) {
            model.find();
        }
    }

    private void tell(@Nullable Found found) {
        results.getChildren().clear();
        if (found == null) {
            fit();
            return;
        }
        Label by = Labels.body(words.name("fleet.found", found.by()));
        by.setId("add-found");
        by.setMinHeight(Region.USE_PREF_SIZE);
        results.getChildren().add(by);
        if (found.nodes().size() == 1) {
            OwnNode only = found.nodes().getFirst();
            TextField name = new TextField();
            name.setId("add-name");
            name.textProperty().bindBidirectional(model.nameProperty());
            Label caption = Labels.caption(words.say("fleet.add.name"));
            caption.setLabelFor(name);
            results.getChildren().addAll(line(only, null), new VBox(4, caption, name));
        } else {
            VBox all = new VBox(6);
            for (OwnNode node : found.nodes()) {
                CheckBox in = new CheckBox();
                in.setSelected(true);
                in.setAccessibleText(node.label());
                in.selectedProperty().subscribe(now -> model.choose(node, now));
                all.getChildren().add(line(node, in));
            }
            ScrollPane scroll = new ScrollPane(all);
            scroll.setFitToWidth(true);
            scroll.setMaxHeight(220);
            scroll.setMinHeight(Math.min(220, 34.0 * found.nodes().size()));
            results.getChildren().add(scroll);
        }
        fit();
    }

    private Node line(OwnNode node, @Nullable CheckBox in) {
        Label label = Labels.body(node.label());
        label.getStyleClass().add("strong");
        Label role =
                Labels.body(
                        node.role().isPresent()
                                ? NodeRole.of(node.role().getAsInt())
                                        .map(known -> words.name("fleet.role", known))
                                        .orElse("")
                                : words.say("fleet.role.unknown"));
        role.getStyleClass().add("muted");
        HBox line = new HBox(12, label, role, new ShortId(words, node.nodeId()));
        line.setAlignment(Pos.CENTER_LEFT);
        if (in != null) {
            line.getChildren().addFirst(in);
        }
        return line;
    }

    private void fit() {
        if (dialog.isShowing()) {
            dialog.getDialogPane().getScene().getWindow().sizeToScene();
        }
    }
}
