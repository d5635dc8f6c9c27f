package io.epochdesk.rehearsal.view;

import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.Labels;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Offers the scenarios, each with what one will see in it, and begins one. */
final class ScenarioDialog {

    private final RehearsalViewModel model;
    private final Words words;
    private final DialogDress dress;

    ScenarioDialog(RehearsalViewModel model, Words words, DialogDress dress) {
        this.model = model;
        this.words = words;
        this.dress = dress;
    }

    /** Shows it without waiting for the answer. */
    void show(Window owner) {
        ListView<ScenarioRow> list = new ListView<>();
        list.setId("scenarios");
        list.setAccessibleText(words.say("rehearsal.scenario"));
        list.getItems().setAll(model.scenarios());
        list.setCellFactory(_ -> new ScenarioCell(words));
        list.setPrefSize(640, 420);
        list.getItems().stream()
                .filter(ScenarioRow::current)
                .findFirst()
                .ifPresent(current -> list.getSelectionModel().select(current));
        TextField seed = new TextField(Long.toString(model.seed()));
        seed.setId("scenario-seed");
        seed.setPrefColumnCount(12);
        Label caption = Labels.caption(words.say("rehearsal.seed"));
        caption.setLabelFor(seed);
        Label why = Labels.caption(words.say("rehearsal.seed.why"));
        why.setWrapText(true);
        HBox.setHgrow(why, Priority.ALWAYS);
        HBox seeds = new HBox(12, caption, seed, why);
        seeds.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(12, Labels.title(words.say("rehearsal.choose")), list, seeds);
        VBox.setVgrow(list, Priority.ALWAYS);

        ButtonType start = new ButtonType(words.say("rehearsal.start"), ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(words.say("rehearsal.cancel"), ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(words.say("rehearsal.choose"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(start, cancel);
        Button begin = (Button) dialog.getDialogPane().lookupButton(start);
        begin.setId("scenario-start");
        begin.disableProperty()
                .bind(
                        seed.textProperty()
                                .map(text -> RehearsalViewModel.seed(text).isEmpty())
                                .orElse(true));
        dialog.resultProperty()
                .subscribe(
                        answer -> {
                            ScenarioRow chosen = list.getSelectionModel().getSelectedItem();
                            if (answer == start && chosen != null) {
                                model.start(
                                        chosen.id(),
                                        RehearsalViewModel.seed(seed.getText()).orElseThrow());
                            }
                        });
        // A list keeps Enter for itself.
        list.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        begin.fire();
                        key.consume();
                    }
                });
        dress.on(dialog);
        dialog.setOnShown(
                _ -> {
                    list.requestFocus();
                    list.scrollTo(list.getSelectionModel().getSelectedIndex());
                });
        dialog.show();
    }
}
