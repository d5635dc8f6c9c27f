package io.epochdesk.diagnostics.view;

import io.epochdesk.text.FaultText;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Copying;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FxTasks;
import io.epochdesk.ui.Labels;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** The diagnostics, to be read before they are saved or copied; nothing is saved by itself. */
public final class DiagnosticsDialog {

    private final Words words;
    private final DialogDress dress;
    private final FxTasks tasks;
    private final Callable<String> gather;
    private final Function<String, Path> save;

    /**
     * A dialog for later.
     *
     * @param gather makes the text, in the background
     * @param save keeps a text and says where, in the background
     */
    public DiagnosticsDialog(
            Words words,
            DialogDress dress,
            FxTasks tasks,
            Callable<String> gather,
            Function<String, Path> save) {
        this.words = words;
        this.dress = dress;
        this.tasks = tasks;
        this.gather = gather;
        this.save = save;
    }

    /** Shows what there is to tell now. On the FX thread. */
    public void show(@Nullable Window owner) {
        TextArea text = new TextArea();
        text.setId("diagnostics-text");
        text.setEditable(false);
        text.setPrefSize(760, 420);
        text.getStyleClass().add("text-mono");
        text.setPromptText(words.say("ui.loading"));
        text.setAccessibleText(words.say("diagnostics.title"));
        Label outcome = Labels.body("");
        outcome.setId("diagnostics-outcome");
        VBox content = new VBox(12, Labels.body(words.say("diagnostics.why")), text, outcome);
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(words.say("diagnostics.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        ButtonType keep = new ButtonType(words.say("diagnostics.save"), ButtonData.OTHER);
        ButtonType copy = new ButtonType(words.say("diagnostics.copy"), ButtonData.LEFT);
        ButtonType close = new ButtonType(words.say("ui.close"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(copy, keep, close);
        Node saver = button(dialog, keep, "diagnostics-save", () -> keep(text, outcome));
        Node copier =
                button(
                        dialog,
                        copy,
                        "diagnostics-copy",
                        () -> {
                            Copying.copy(content, text.getText());
                            outcome.setText(words.say("diagnostics.copied"));
                        });
        saver.disableProperty().bind(text.textProperty().isEmpty());
        copier.disableProperty().bind(text.textProperty().isEmpty());
        dress.on(dialog);
        FxTasks.Running gathering =
                tasks.start(
                        "gathering diagnostics",
                        gather,
                        text::setText,
                        fault -> outcome.setText(FaultText.of(words, fault).sentence()));
        dialog.setOnHidden(_ -> gathering.cancel());
        dialog.show();
    }

    private void keep(TextArea text, Label outcome) {
        String shown = text.getText();
        tasks.start(
                "saving diagnostics",
                () -> save.apply(shown),
                file -> outcome.setText(words.say("diagnostics.saved", "file", file.toString())),
                fault -> outcome.setText(FaultText.of(words, fault).sentence()));
    }

    private static Node button(Dialog<?> dialog, ButtonType type, String id, Runnable act) {
        Node button = dialog.getDialogPane().lookupButton(type);
        button.setId(id);
        button.addEventFilter(
                ActionEvent.ACTION,
                pressed -> {
                    act.run();
                    pressed.consume();
                });
        return button;
    }
}
