package io.epochdesk.ui;

import io.epochdesk.text.Words;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/**
 * Asks before something is done that cannot be taken back. Cancel is the default; the other button
 * is named for the act.
 */
public final class ConfirmDialog {

    private final Words words;
    private final DialogDress dress;

    public ConfirmDialog(Words words, DialogDress dress) {
        this.words = words;
        this.dress = dress;
    }

    /**
     * Asks, without waiting for the answer.
     *
     * @param owner the window asked from
     * @param question the act as a question
     * @param consequence what will be gone, and what will not
     * @param act the name of the button that does it
     * @param confirmed run when the person confirmed
     */
    public void ask(
            @Nullable Window owner,
            String question,
            String consequence,
            String act,
            Runnable confirmed) {
        Label title = Labels.title(question);
        title.setWrapText(true);
        VBox content = new VBox(12, title, Labels.body(consequence));
        content.setPrefWidth(440);
        ButtonType doIt = new ButtonType(act, ButtonData.OTHER);
        ButtonType cancel = new ButtonType(words.say("ui.cancel"), ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(act);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(doIt, cancel);
        Button danger = (Button) dialog.getDialogPane().lookupButton(doIt);
        danger.setId("confirm");
        danger.setDefaultButton(false);
        danger.getStyleClass().add("danger");
        Button away = (Button) dialog.getDialogPane().lookupButton(cancel);
        away.setId("cancel");
        away.setDefaultButton(true);
        dialog.setOnShown(_ -> away.requestFocus());
        dialog.resultProperty()
                .subscribe(
                        answer -> {
                            if (answer == doIt) {
                                confirmed.run();
                            }
                        });
        dress.on(dialog);
        dialog.show();
    }
}
