package io.epochdesk.ui.wizard;

import io.epochdesk.text.Words;
import io.epochdesk.ui.Copying;
import io.epochdesk.ui.Labels;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import java.util.List;

/** What is known so far; a value is copied when it is pressed. */
final class KnownList extends VBox {

    private final Words words;

    KnownList(Words words) {
        this.words = words;
        getStyleClass().add("wizard-known");
    }

    void show(List<Known> facts) {
        getChildren().clear();
        if (facts.isEmpty()) {
            getChildren().add(Labels.caption(words.say("wizard.known.nothing")));
        }
        for (Known fact : facts) {
            Button value = new Button(fact.value());
            value.getStyleClass().add("wizard-value");
            value.setMnemonicParsing(false);
            value.setWrapText(true);
            value.setMaxWidth(Double.MAX_VALUE);
            value.setAccessibleText(fact.name() + ": " + fact.whole());
            value.setTooltip(new Tooltip(words.say("ui.id.tooltip", "id", fact.whole())));
            value.setOnAction(_ -> Copying.copy(value, fact.whole()));
            VBox row = new VBox(Labels.caption(fact.name()), value);
            row.getStyleClass().add("wizard-fact");
            getChildren().add(row);
        }
    }
}
