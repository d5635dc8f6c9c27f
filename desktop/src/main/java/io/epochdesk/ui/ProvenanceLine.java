package io.epochdesk.ui;

import io.epochdesk.live.Freshness;
import io.epochdesk.live.Provenance;
import io.epochdesk.text.Formats;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** Where the figures beside it come from: sealed height, age, access node. */
public final class ProvenanceLine extends Label {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Formats formats;

    public ProvenanceLine(Formats formats) {
        this.formats = formats;
        getStyleClass().addAll("text-caption", "provenance");
    }

    /** Tells where a figure comes from, and how old it is now. Nothing known shows nothing. */
    public void show(@Nullable Provenance provenance, Instant now) {
        if (provenance == null) {
            setText("");
            mark(this, false);
            return;
        }
        Duration age = Duration.between(provenance.readAt(), now);
        setText(
                formats.words()
                        .say(
                                "ui.provenance",
                                "height",
                                provenance.height(),
                                "age",
                                formats.age(age),
                                "source",
                                provenance.source()));
        mark(this, isStale(provenance, now));
    }

    /** Whether figures of this origin are to be shown grey. */
    public static boolean isStale(Provenance provenance, Instant now) {
        return Freshness.of(provenance, now) != Freshness.FRESH;
    }

    /** Greys a node out, or takes that back: sets the pseudo-class {@code stale}. */
    public static void mark(Node node, boolean stale) {
        node.pseudoClassStateChanged(STALE, stale);
    }
}
