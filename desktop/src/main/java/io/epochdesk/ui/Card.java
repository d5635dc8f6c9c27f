package io.epochdesk.ui;

import io.epochdesk.live.Part;
import io.epochdesk.live.Reading;
import io.epochdesk.text.Formats;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.Instant;

/**
 * A card that always shows the truth about its part: an outline while loading, its content with
 * height, age and source at the edge, grey when stale, and a banner when it cannot be renewed.
 */
public final class Card extends VBox {

    private final HBox top = new HBox();
    private final FaultBanner banner;
    private final ProvenanceLine provenance;
    private final Skeleton loading;
    private final Node content;

    /**
     * A card.
     *
     * @param title its title; an empty one takes no room
     * @param content what it shows once something is known; grows with the card
     */
    public Card(String title, Node content, Formats formats, FxThread fx) {
        this.content = content;
        getStyleClass().add("epoch-card");
        banner = new FaultBanner(formats);
        provenance = new ProvenanceLine(formats);
        loading = new Skeleton(3, formats.words().say("ui.loading"), fx);
        Label heading = Labels.heading(title);
        heading.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        provenance.setMinWidth(0);
        top.getStyleClass().add("card-top");
        top.setAlignment(Pos.BASELINE_LEFT);
        top.getChildren().addAll(heading, gap, provenance);
        content.getStyleClass().add("card-content");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(top, banner, loading, content);
        put(false, true);
    }

    /** Puts a control of the card's own between title and provenance. */
    public Card with(Node control) {
        top.getChildren().add(1, control);
        return this;
    }

    /** Shows how the part stands; the content is filled by whoever owns it. */
    public void show(Part<?> part, Instant now) {
        Reading<?> last = part.last();
        banner.show(part.trouble(), part.troubleSince(), now);
        provenance.show(last == null ? null : last.provenance(), now);
        ProvenanceLine.mark(this, last != null && ProvenanceLine.isStale(last.provenance(), now));
        put(last != null, last == null && part.trouble() == null);
    }

    private void put(boolean known, boolean waiting) {
        content.setVisible(known);
        content.setManaged(known);
        loading.setVisible(waiting);
        loading.setManaged(waiting);
    }
}
