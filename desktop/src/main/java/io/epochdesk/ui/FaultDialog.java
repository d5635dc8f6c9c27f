package io.epochdesk.ui;

import io.epochdesk.fault.Fault;
import io.epochdesk.text.FaultText;
import io.epochdesk.text.Words;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** Shows a fault that belongs to no page; works without a main window, too. */
public final class FaultDialog {

    private final Words words;
    private final DialogDress dress;

    public FaultDialog(Words words, DialogDress dress) {
        this.words = words;
        this.dress = dress;
    }

    /** Shows the fault until the person closes it. On the FX thread. */
    public void show(Fault fault) {
        FaultText text = FaultText.of(words, fault);
        TextArea details = new TextArea(fault.code() + "\n" + fault.detail());
        details.setEditable(false);
        details.setAccessibleText(words.say("ui.fault.title"));
        details.setPrefRowCount(4);
        details.getStyleClass().add("text-mono");
        Label sentence = Labels.title(text.sentence());
        sentence.setWrapText(true);
        VBox content = new VBox(12, sentence, Labels.body(text.advice()), details);
        content.setPrefWidth(560);
        Dialog<Void> dialog = new Dialog<>();
        dialog.setTitle(words.say("ui.fault.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        ButtonType copy = new ButtonType(words.say("ui.fault.copy"), ButtonData.LEFT);
        ButtonType close = new ButtonType(words.say("ui.close"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(copy, close);
        dialog.getDialogPane()
                .lookupButton(copy)
                .addEventFilter(
                        javafx.event.ActionEvent.ACTION,
                        pressed -> {
                            Copying.copy(content, text.sentence() + "\n" + details.getText());
                            pressed.consume();
                        });
        dress.on(dialog);
        dialog.showAndWait();
    }
}
