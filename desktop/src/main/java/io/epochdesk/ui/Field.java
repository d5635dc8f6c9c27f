package io.epochdesk.ui;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** A control with its label above and what is wrong with it below. */
public final class Field extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final Control control;
    private final Label problem = new Label();

    /** A control under this label. */
    public Field(String label, Control control) {
        this(label, control, control);
    }

    /** A control under this label, with something of its own around it. */
    public Field(String label, Region around, Control control) {
        this.control = control;
        getStyleClass().add("form-field");
        Label caption = Labels.caption(label);
        caption.setLabelFor(control);
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        around.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(caption, around, problem);
    }

    /** A text field for a property. */
    public static Field text(String label, StringProperty text, String id) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return new Field(label, field);
    }

    /** The control. */
    public Control control() {
        return control;
    }

    /** Says what is wrong, or takes that back. */
    public void check(Optional<String> found) {
        problem.setText(found.orElse(""));
        mark(found.isPresent());
    }

    /** Marks the control as wrong or not; what is wrong is said elsewhere. */
    public void mark(boolean wrong) {
        control.pseudoClassStateChanged(WRONG, wrong);
    }
}
