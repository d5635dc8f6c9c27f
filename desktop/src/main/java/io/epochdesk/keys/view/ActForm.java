package io.epochdesk.keys.view;

import io.epochdesk.fault.Fault;
import io.epochdesk.ui.Field;
import io.epochdesk.ui.Labels;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/**
 * What an {@link ActDialog} asks for, and what it does with it.
 *
 * @param root what is asked for
 * @param actName what the button that does it says now
 * @param ready whether everything that is needed is there
 * @param begin puts the cursor where one begins
 * @param run does it without waiting for the end, which is told once and on the FX thread
 * @param forget wipes what was typed and found
 */
record ActForm(
        Region root,
        ObservableValue<String> actName,
        ObservableValue<Boolean> ready,
        Runnable begin,
        Consumer<End> run,
        Runnable forget) {

    private static final double WIDTH = 520;

    /**
     * How an act ends.
     *
     * @param done with what to say about it; an empty text says nothing and closes the dialog
     * @param goOn the form has more to ask
     * @param failed with what went wrong; what was typed stays where it is no secret
     */
    record End(Consumer<String> done, Runnable goOn, Consumer<Fault> failed) {}

    /** A form whose button always says the same. */
    static ActForm of(
            Region root,
            String actName,
            ObservableValue<Boolean> ready,
            Runnable begin,
            Consumer<End> run,
            Runnable forget) {
        return new ActForm(
                root,
                new ReadOnlyStringWrapper(actName).getReadOnlyProperty(),
                ready,
                begin,
                run,
                forget);
    }

    /** Fields below what is said about them. */
    static VBox fields(String explained, Node... fields) {
        Label above = Labels.body(explained);
        above.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(above);
        box.getChildren().addAll(fields);
        box.getStyleClass().add("form");
        box.setPrefWidth(WIDTH);
        return box;
    }

    /** A line of help below a field. */
    static VBox helped(Field field, String help) {
        Label below = Labels.caption(help);
        below.setWrapText(true);
        below.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(4, field, below);
    }
}
