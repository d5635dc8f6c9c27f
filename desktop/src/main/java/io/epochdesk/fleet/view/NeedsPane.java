package io.epochdesk.fleet.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.fleet.FleetSnapshot;
import io.epochdesk.fleet.Need;
import io.epochdesk.fleet.words.FleetText;
import io.epochdesk.fleet.words.NeedText;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.WhileShown;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What needs the operator, with the way to their nodes; and, in a line, how those are. Takes no
 * room on a network where the operator has no node.
 */
public final class NeedsPane extends VBox {

    /** A line and what it opens. */
    private record Line(Tone tone, NeedText text, String nodeId) {}

    private final Formats formats;
    private final Words words;
    private final Consumer<String> openNode;
    private final FontIcon star = new FontIcon(Tone.MINE.icon());
    private final Label summary = Labels.body("");
    private final HBox top;
    private final VBox lines = new VBox(6);
    private List<Line> shown = List.of();

    /**
     * A pane that follows the fleet while it is shown.
     *
     * @param openNode opens the page My nodes on this node; an empty ID on none
     */
    public NeedsPane(
            FxFeed<FleetSnapshot> fleet,
            FxClock clock,
            Formats formats,
            Consumer<String> openNode) {
        this.formats = formats;
        this.openNode = openNode;
        words = formats.words();
        setId("needs");
        getStyleClass().addAll("epoch-card", "needs");
        star.getStyleClass().add("tone-icon");
        Tone.MINE.on(star);
        summary.setId("needs-summary");
        summary.getStyleClass().add("strong");
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        top = new HBox(12, star, summary, open(""));
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, lines);
        lines.managedProperty().bind(lines.visibleProperty());
        setVisible(false);
        // It is invisible at times, so what ties it to the screen is its scene.
        WhileShown.of(
                this,
                () -> {
                    Runnable look = () -> show(fleet.getValue(), clock.getValue());
                    Subscription watching =
                            Subscription.combine(
                                    fleet.open(),
                                    clock.open(),
                                    fleet.subscribe(look),
                                    clock.subscribe(look));
                    look.run();
                    return watching;
                });
    }

    /** Shows a snapshot at a moment. */
    void show(FleetSnapshot fleet, Instant now) {
        setVisible(fleet.listed() && !fleet.nodes().isEmpty());
        summary.setText(FleetText.summary(words, fleet));
        List<Line> next =
                fleet.needs().stream()
                        .map(
                                need ->
                                        new Line(
                                                tone(need),
                                                NeedText.of(formats, need, fleet, now),
                                                need.nodeId()))
                        .toList();
        lines.setVisible(!next.isEmpty());
        if (!next.equals(shown)) {
            shown = next;
            lines.getChildren().setAll(next.stream().map(this::line).toList());
        }
    }

    private Node line(Line line) {
        FontIcon icon = new FontIcon(line.tone().icon());
        icon.getStyleClass().add("tone-icon");
        Label title = Labels.body(line.text().title());
        title.getStyleClass().add("strong");
        Label body = Labels.body(String.join(" ", line.text().body()));
        for (Label text : List.of(title, body)) {
            text.setMinHeight(Region.USE_PREF_SIZE);
        }
        VBox sentences = new VBox(2, title, body);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        HBox whole = new HBox(12, icon, sentences, open(line.nodeId()));
        whole.setAlignment(Pos.CENTER_LEFT);
        whole.getStyleClass().addAll("attention-line", "need-line");
        line.tone().on(whole);
        return whole;
    }

    private Button open(String nodeId) {
        Button open = new Button(words.say("fleet.summary.open"));
        open.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "attention-open");
        open.setGraphic(new FontIcon(MaterialDesignA.ARROW_RIGHT));
        open.setContentDisplay(ContentDisplay.RIGHT);
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(_ -> openNode.accept(nodeId));
        return open;
    }

    private static Tone tone(Need need) {
        return switch (need.kind()) {
            case VOTE_LATE, MESSAGE_LATE, SUBMISSION_LATE, UNFIT, SETUP_WITHIN_HOUR, FALLBACK ->
                    Tone.DANGER;
            case SETUP_WITHIN_DAY -> Tone.ATTENTION;
        };
    }
}
