package io.epochdesk.ui.drawn;

import javafx.scene.paint.Color;

import java.util.Locale;

/**
 * The colours of a drawn control. Style sheets set them by name, {@code -ed-danger: …}; the values
 * here only serve until a sheet is applied.
 */
public enum Ink {
    /** Text that is read. */
    TEXT("#1f2328"),
    /** Text that accompanies. */
    MUTED("#59636e"),
    /** Outlines of shapes. */
    EDGE("#818b98"),
    /** The empty part of a bar. */
    TRACK("#e3e6ec"),
    /** Hairlines. */
    LINE("#d1d9e0"),
    /** The ground. */
    SURFACE("#ffffff"),
    /** Headers. */
    RAISED("#f6f8fa"),
    /** The row under the pointer. */
    HOVER("#eff2f5"),
    /** The selected row. */
    SELECTION("#ddf4ff"),
    /** Focus ring and the cell cursor. */
    FOCUS("#0969da"),
    /** All is well and nothing is due. */
    CALM("#59636e"),
    /** Under way. */
    PROGRESS("#0969da"),
    /** Done. */
    SUCCESS("#1a7f37"),
    /** Look at it. */
    ATTENTION("#9a6700"),
    /** It fails. */
    DANGER("#d1242f"),
    /** Not known. */
    UNKNOWN("#818b98"),
    /** The operator's own. */
    MINE("#9151cf"),
    /** Text that says: look at it. */
    ATTENTION_TEXT("#7d4f00"),
    /** Text that says: it fails. */
    DANGER_TEXT("#ab1f26"),
    /** Text upon a filled shape. */
    ON_FILL("#ffffff");

    private final String cssName;
    private final String initial;

    Ink(String initial) {
        this.cssName = "-ed-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.initial = initial;
    }

    /** The name of the property in a style sheet. */
    public String cssName() {
        return cssName;
    }

    Color initial() {
        return Color.web(initial);
    }
}
