package io.epochdesk.ui;

import javafx.css.CssMetaData;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The theme's colours for whoever paints on a canvas: an invisible node that the style sheets give
 * its inks. Put it beside the canvas, paint with it, and paint again when {@link #onChange} says
 * that the look changed.
 */
public final class Inks extends Region {

    private static final Map<Ink, CssMetaData<Inks, Paint>> META = meta();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL =
            Stream.<CssMetaData<? extends Styleable, ?>>concat(
                            Region.getClassCssMetaData().stream(), META.values().stream())
                    .toList();

    private final Map<Ink, StyleableObjectProperty<Paint>> inks = new EnumMap<>(Ink.class);
    private Runnable changed = () -> {};

    public Inks() {
        getStyleClass().add("inks");
        setManaged(false);
        setVisible(false);
        for (Ink ink : Ink.values()) {
            inks.put(ink, new InkProperty(this, ink));
        }
    }

    /** The paint of an ink under the present look. */
    public Paint get(Ink ink) {
        return Objects.requireNonNull(inks.get(ink)).get();
    }

    /** Calls this when the look changed. */
    public void onChange(Runnable repaint) {
        changed = repaint;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    /** What a painter can dip into. */
    public enum Ink {
        TEXT,
        TEXT_MUTED,
        SURFACE,
        TRACK,
        LINE,
        EDGE,
        CALM,
        PROGRESS,
        SUCCESS,
        ATTENTION,
        DANGER,
        UNKNOWN,
        MINE,
        SELECTION;

        /** {@code -ink-text-muted} for {@link #TEXT_MUTED}. */
        String property() {
            return "-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static Map<Ink, CssMetaData<Inks, Paint>> meta() {
        Map<Ink, CssMetaData<Inks, Paint>> all = new HashMap<>();
        for (Ink ink : Ink.values()) {
            all.put(ink, new InkMeta(ink));
        }
        return Map.copyOf(all);
    }

    private static final class InkMeta extends CssMetaData<Inks, Paint> {

        private final Ink ink;

        InkMeta(Ink ink) {
            super(ink.property(), StyleConverter.getPaintConverter(), Color.GRAY);
            this.ink = ink;
        }

        @Override
        public boolean isSettable(Inks node) {
            return true;
        }

        @Override
        public StyleableProperty<Paint> getStyleableProperty(Inks node) {
            return Objects.requireNonNull(node.inks.get(ink));
        }
    }

    private static final class InkProperty extends StyleableObjectProperty<Paint> {

        private final Inks owner;
        private final Ink ink;

        InkProperty(Inks owner, Ink ink) {
            super(Color.GRAY);
            this.owner = owner;
            this.ink = ink;
        }

        @Override
        protected void invalidated() {
            owner.changed.run();
        }

        @Override
        public Object getBean() {
            return owner;
        }

        @Override
        public String getName() {
            return ink.property();
        }

        @Override
        public CssMetaData<? extends Styleable, Paint> getCssMetaData() {
            return Objects.requireNonNull(META.get(ink));
        }
    }
}
