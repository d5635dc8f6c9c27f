package io.epochdesk.ui;

import io.epochdesk.fault.Fault;
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

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/**
 * A card that always shows the truth about its part: an outline while loading, its content with
 * height, age and source at the edge, grey when stale, and a banner when it cannot be renewed.
 */
public final class Card extends VBox {

    private final HBox top = new HBox();
    private final HBox foot = new HBox();
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
        top.getStyleClass().add("card-top");
        top.setAlignment(Pos.CENTER_LEFT);
        top.getChildren().add(heading);
        top.setManaged(!title.isEmpty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        provenance.setMinWidth(Region.USE_PREF_SIZE);
        foot.getStyleClass().add("card-foot");
        foot.setAlignment(Pos.BASELINE_LEFT);
        foot.getChildren().addAll(provenance, gap);
        content.getStyleClass().add("card-content");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(top, banner, loading, content, foot);
        put(false, true);
    }

    /** Puts a control of the card's own beside its title, at the right. */
    public Card with(Node control) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        top.getChildren().addAll(gap, control);
        return this;
    }

    /** Puts a note of the card's own beside where its figures come from, at the right. */
    public Card noting(Node note) {
        foot.getChildren().add(note);
        return this;
    }

    /** Shows how the part stands; the content is filled by whoever owns it. */
    public void show(Part<?> part, Instant now) {
        show(part, now, null);
    }

    /**
     * Shows how the part stands.
     *
     * @param told the fault that stands above all cards already; it is not told again where there
     *     is something else to show
     */
    public void show(Part<?> part, Instant now, @Nullable Fault told) {
        Reading<?> last = part.last();
        boolean again = last != null && Objects.equals(part.trouble(), told);
        banner.show(again ? null : part.trouble(), part.troubleSince(), now);
        provenance.show(last == null ? null : last.provenance(), now);
        ProvenanceLine.mark(this, last != null && ProvenanceLine.isStale(last.provenance(), now));
        put(last != null, last == null && part.trouble() == null);
    }

    private void put(boolean known, boolean waiting) {
        content.setVisible(known);
        content.setManaged(known);
        loading.setVisible(waiting);
        loading.setManaged(waiting);
        foot.setVisible(known);
        foot.setManaged(known);
    }
}
