package io.epochdesk.settings.view;

import io.epochdesk.ui.Labels;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** A control with its label above and what is wrong with it below. */
final class Field extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final Control control;
    private final Label problem = new Label();

    Field(String label, Control control) {
        this.control = control;
        getStyleClass().add("form-field");
        Label caption = Labels.caption(label);
        caption.setLabelFor(control);
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        control.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(caption, control, problem);
    }

    /** A text field for a property. */
    static Field text(String label, StringProperty text, String id) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return new Field(label, field);
    }

    /** The control. */
    Control control() {
        return control;
    }

    /** Says what is wrong, or takes that back. */
    void check(Optional<String> found) {
        problem.setText(found.orElse(""));
        mark(found.isPresent());
    }

    /** Marks the control as wrong or not; what is wrong is said elsewhere. */
    void mark(boolean wrong) {
        control.pseudoClassStateChanged(WRONG, wrong);
    }
}
