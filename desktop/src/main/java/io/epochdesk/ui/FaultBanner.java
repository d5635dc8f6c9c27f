package io.epochdesk.ui;

import atlantafx.base.theme.Styles;

import io.epochdesk.fault.Fault;
import io.epochdesk.text.FaultText;
import io.epochdesk.text.Formats;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What went wrong, since when, what to do now, and the code to search for; takes no room while all
 * is well.
 */
public final class FaultBanner extends HBox {

    private final Formats formats;
    private final Label sentence = Labels.body("");
    private final Label advice = Labels.body("");
    private final Label since = Labels.caption("");
    private final Button code = new Button();
    private String report = "";

    public FaultBanner(Formats formats) {
        this.formats = formats;
        getStyleClass().add("fault-banner");
        Tone.DANGER.on(this);
        FontIcon icon = new FontIcon(Tone.DANGER.icon());
        icon.getStyleClass().add("tone-icon");
        sentence.getStyleClass().add("strong");
        code.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "text-mono");
        code.setGraphic(new FontIcon(MaterialDesignC.CONTENT_COPY));
        code.setAccessibleText(formats.words().say("ui.fault.copy"));
        code.setTooltip(new javafx.scene.control.Tooltip(formats.words().say("ui.fault.copy")));
        code.setOnAction(_ -> Copying.copy(this, report));
        code.setMinWidth(USE_PREF_SIZE);
        since.setWrapText(true);
        for (Label text : List.of(sentence, advice, since)) {
            text.setMinHeight(USE_PREF_SIZE);
        }
        HBox.setHgrow(since, Priority.ALWAYS);
        since.setMaxWidth(Double.MAX_VALUE);
        HBox last = new HBox(8, since, code);
        last.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(sentence, advice, last);
        words.getStyleClass().add("fault-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(icon, words);
        hide();
    }

    /** Shows a fault, or nothing when there is none. */
    public void show(@Nullable Fault fault, @Nullable Instant from, Instant now) {
        if (fault == null) {
            hide();
            return;
        }
        FaultText text = FaultText.of(formats.words(), fault);
        sentence.setText(text.sentence());
        advice.setText(text.advice());
        since.setText(
                from == null
                        ? ""
                        : formats.words()
                                .say(
                                        "ui.fault.since",
                                        "time",
                                        formats.instant(from, now),
                                        "duration",
                                        Formats.duration(Duration.between(from, now))));
        code.setText(fault.code());
        report =
                fault.code()
                        + "\n"
                        + text.sentence()
                        + "\n"
                        + text.advice()
                        + (fault.detail().isEmpty() ? "" : "\n" + fault.detail());
        setAccessibleText(text.sentence() + " " + text.advice());
        setVisible(true);
        setManaged(true);
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }
}
