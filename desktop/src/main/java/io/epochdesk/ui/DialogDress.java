package io.epochdesk.ui;

import javafx.scene.Node;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What all dialogs wear: the look of the window, and while one is set, a sash across their top that
 * says in which kind of network one is.
 */
public final class DialogDress {

    private final Supplier<Theme> theme;
    private @Nullable Supplier<? extends Node> sash;

    /** A dress in this look. */
    public DialogDress(Supplier<Theme> theme) {
        this.theme = theme;
    }

    /** From now on dialogs wear such a sash; null for none. */
    public void sash(@Nullable Supplier<? extends Node> next) {
        sash = next;
    }

    /** The sash for something that is no dialog and says as much, such as a guided flow. */
    public Optional<Node> mark() {
        Supplier<? extends Node> worn = sash;
        return worn == null ? Optional.empty() : Optional.of(worn.get());
    }

    /** Dresses a dialog; its content must have been set. On the FX thread. */
    public void on(Dialog<?> dialog) {
        DialogPane pane = dialog.getDialogPane();
        pane.getStyleClass().add("console-dialog");
        Supplier<? extends Node> worn = sash;
        if (worn != null) {
            pane.setHeader(new VBox(worn.get()));
        }
        theme.get().on(pane.getScene());
    }
}
