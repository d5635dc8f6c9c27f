package io.epochdesk.dkg.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Copying;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.ShortId;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The content of one message as posted; takes no room while none is open. */
final class RawPane extends VBox {

    private final Words words;
    private final FeedColumns columns;
    private final Label title = Labels.heading("");
    private final ShortId node;
    private final Label facts = Labels.caption("");
    private final TextArea content = new TextArea();
    private final Button copy = new Button();
    private final Button close = new Button();

    RawPane(DkgViewModel model, FeedColumns columns, Words words) {
        this.words = words;
        this.columns = columns;
        node = new ShortId(words);
        setId("raw");
        setSpacing(6);
        getStyleClass().add("raw");
        content.setId("raw-content");
        content.setEditable(false);
        content.setWrapText(true);
        content.getStyleClass().add("text-mono");
        content.setPrefHeight(96);
        content.setMinHeight(72);
        copy.setId("raw-copy");
        copy.setText(words.say("dkg.raw.copy"));
        copy.setGraphic(new FontIcon(MaterialDesignC.CONTENT_COPY));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> Copying.copy(this, model.raw().stateProperty().get().content()));
        close.setId("raw-close");
        close.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
        close.setAccessibleText(words.say("dkg.raw.close"));
        close.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        close.setOnAction(_ -> model.raw().close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox top = new HBox(12, title, node, gap, copy, close);
        top.setAlignment(Pos.CENTER_LEFT);
        facts.setWrapText(true);
        getChildren().addAll(top, facts, content);
        model.raw().stateProperty().subscribe(this::show);
    }

    private void show(RawContent.State state) {
        WhiteboardEntry entry = state.entry();
        setVisible(entry != null);
        setManaged(entry != null);
        if (entry == null) {
            content.clear();
            return;
        }
        title.setText(words.say("dkg.raw.title", "position", entry.position()));
        content.setAccessibleText(title.getText());
        node.show(entry.nodeId());
        String flags = columns.flags(entry);
        facts.setText(
                words.say(
                                "dkg.raw.facts",
                                "kind",
                                columns.kind(entry),
                                "size",
                                Formats.bytes(entry.contentSize()),
                                "instance",
                                entry.instanceId().isEmpty()
                                        ? words.say("dkg.raw.noInstance")
                                        : entry.instanceId())
                        + (flags.isEmpty() ? "" : " · " + flags)
                        + (state.isCut() ? " · " + words.say("dkg.raw.cut") : ""));
        copy.setDisable(state.phase() != RawContent.Phase.LOADED);
        content.setText(
                switch (state.phase()) {
                    case LOADED -> state.shown();
                    case CLOSED -> "";
                    case LOADING -> words.say("dkg.raw.loading");
                    case GONE -> words.say("dkg.raw.gone");
                });
    }
}
