package io.epochdesk.ui.wizard;

import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/** The steps of a flow, each with a sign of how it stands; those behind one may be buttons. */
final class StepList extends VBox {

    private final Words words;
    private final IntConsumer returned;

    /**
     * An empty list.
     *
     * @param returned told the step one wants to go back to
     */
    StepList(Words words, IntConsumer returned) {
        this.words = words;
        this.returned = returned;
        getStyleClass().add("wizard-steps");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(words.say("wizard.steps"));
    }

    void show(List<WizardStep> steps) {
        getChildren().clear();
        for (int i = 0; i < steps.size(); i++) {
            getChildren().add(row(i, steps.get(i)));
        }
    }

    private Button row(int place, WizardStep step) {
        Label title = Labels.body(step.title());
        title.setWrapText(false);
        HBox content = new HBox(12, sign(place, step), title);
        content.getStyleClass().add("wizard-step-content");
        Button row = new Button("", content);
        row.setId("wizard-step-" + place);
        row.getStyleClass()
                .addAll("wizard-step", "step-" + step.state().name().toLowerCase(Locale.ROOT));
        row.setAccessibleText(
                words.say(
                        "wizard.step",
                        "place",
                        place + 1,
                        "title",
                        step.title(),
                        "state",
                        words.name("wizard.state", step.state())));
        row.setMaxWidth(Double.MAX_VALUE);
        // One that leads nowhere is told, not pressed: it would look broken when greyed out.
        row.setFocusTraversable(step.canReturn());
        row.setMouseTransparent(!step.canReturn());
        row.setOnAction(
                _ -> {
                    if (step.canReturn()) {
                        returned.accept(place);
                    }
                });
        return row;
    }

    private static StackPane sign(int place, WizardStep step) {
        StackPane sign = new StackPane();
        sign.getStyleClass().add("wizard-sign");
        step.state().tone().on(sign);
        switch (step.state()) {
            case DONE, STOPPED -> {
                FontIcon icon = new FontIcon(step.state().tone().icon());
                icon.getStyleClass().add("tone-icon");
                sign.getChildren().add(icon);
            }
            case NOW, AHEAD -> {
                sign.getStyleClass().add("wizard-number");
                sign.getChildren().add(Labels.caption(Integer.toString(place + 1)));
            }
        }
        return sign;
    }
}
