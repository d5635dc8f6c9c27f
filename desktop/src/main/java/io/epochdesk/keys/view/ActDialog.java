package io.epochdesk.keys.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.fault.Fault;
import io.epochdesk.text.Formats;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FaultBanner;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;

import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/**
 * Asks for what one act needs and does it: busy while it runs, still there with what went wrong,
 * and gone or saying what was done in the end.
 */
final class ActDialog {

    /** How grave an act is. */
    enum Weight {
        /** Can be done again. */
        PLAIN,
        /** Cannot be taken back. */
        GRAVE
    }

    private final Formats formats;
    private final FxClock clock;
    private final ActForm form;
    private final FaultBanner banner;
    private final ProgressBar busy = new ProgressBar();
    private final VBox content;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final Button act;
    private final Button away;
    private boolean closed;

    /**
     * A dialog that is not shown yet.
     *
     * @param owner the window asked from
     * @param title what is done
     */
    ActDialog(
            Window owner,
            String title,
            Weight weight,
            ActForm form,
            Formats formats,
            FxClock clock,
            DialogDress dress) {
        this.formats = formats;
        this.clock = clock;
        this.form = form;
        banner = new FaultBanner(formats);
        busy.setMaxWidth(Double.MAX_VALUE);
        busy.getStyleClass().add(Styles.SMALL);
        busy.setVisible(false);
        Label heading = Labels.title(title);
        heading.setWrapText(true);
        heading.setMinHeight(Label.USE_PREF_SIZE);
        VBox.setVgrow(form.root(), Priority.ALWAYS);
        content = new VBox(16, heading, form.root(), banner, busy);
        content.getStyleClass().add("act-content");
        content.setPrefWidth(form.root().getPrefWidth());
        ButtonType doIt = new ButtonType("", ButtonData.OTHER);
        ButtonType cancel =
                new ButtonType(formats.words().say("ui.cancel"), ButtonData.CANCEL_CLOSE);
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setResizable(true);
        DialogPane pane = dialog.getDialogPane();
        pane.setContent(content);
        pane.getStyleClass().add("act-dialog");
        pane.getButtonTypes().setAll(doIt, cancel);
        act = (Button) pane.lookupButton(doIt);
        act.setId("act");
        act.textProperty().bind(form.actName());
        act.setDefaultButton(weight == Weight.PLAIN);
        act.getStyleClass().add(weight == Weight.GRAVE ? Styles.DANGER : Styles.ACCENT);
        act.addEventFilter(
                ActionEvent.ACTION,
                pressed -> {
                    pressed.consume();
                    act();
                });
        away = (Button) pane.lookupButton(cancel);
        away.setId("act-cancel");
        form.ready().subscribe(_ -> allow());
        content.needsLayoutProperty()
                .subscribe(
                        needed -> {
                            if (!needed) {
                                fit();
                            }
                        });
        dialog.setOnShown(_ -> form.begin().run());
        dialog.setOnHidden(
                _ -> {
                    closed = true;
                    form.forget().run();
                });
        dress.on(dialog);
    }

    /** Shows it without waiting for its end. */
    void show() {
        dialog.show();
    }

    /** Takes it away and wipes what was typed; what runs goes on, and its end is told to nobody. */
    void close() {
        if (!closed) {
            dialog.setResult(ButtonType.CANCEL);
            dialog.close();
        }
    }

    private void act() {
        if (act.isDisabled()) {
            return;
        }
        banner.show(null, null, clock.getValue());
        wait(true);
        form.run().accept(new ActForm.End(this::done, this::goOn, this::failed));
    }

    private void wait(boolean waiting) {
        busy.setVisible(waiting);
        form.root().setDisable(waiting);
        away.setDisable(waiting);
        allow();
    }

    private void allow() {
        act.setDisable(busy.isVisible() || !Boolean.TRUE.equals(form.ready().getValue()));
    }

    /** Grows with its content, such as what is wrong with a field. */
    private void fit() {
        Scene scene = dialog.getDialogPane().getScene();
        boolean tooSmall = content.prefHeight(content.getWidth()) > content.getHeight() + 1;
        if (tooSmall && scene != null && scene.getWindow() != null && !closed) {
            Platform.runLater(scene.getWindow()::sizeToScene);
        }
    }

    private void goOn() {
        if (closed) {
            form.forget().run();
            return;
        }
        wait(false);
        form.begin().run();
    }

    private void failed(Fault fault) {
        if (closed) {
            form.forget().run();
            return;
        }
        wait(false);
        banner.show(fault, null, clock.getValue());
        form.begin().run();
    }

    private void done(String what) {
        form.forget().run();
        if (closed) {
            return;
        }
        wait(false);
        if (what.isEmpty()) {
            close();
            return;
        }
        ToneMark sign = new ToneMark(Tone.SUCCESS, "");
        Label said = Labels.body(what);
        said.setId("act-done");
        said.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(12, sign, said);
        row.setAlignment(Pos.TOP_LEFT);
        content.getChildren().setAll(content.getChildren().getFirst(), row);
        act.setVisible(false);
        act.setManaged(false);
        away.setText(formats.words().say("ui.close"));
        away.setDefaultButton(true);
        away.requestFocus();
        dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }
}
