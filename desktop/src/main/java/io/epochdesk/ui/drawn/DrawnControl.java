package io.epochdesk.ui.drawn;

import javafx.css.CssMetaData;
import javafx.css.PseudoClass;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.geometry.Insets;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A region that paints itself onto one canvas. It paints at most once a pulse, however often {@link
 * #redraw()} is called, and its parents are not laid out again for it.
 */
public abstract class DrawnControl extends Region {

    private static final double TEXT_SIZE = 12;
    private static final double MONO_SIZE = 12;
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final Map<Ink, CssMetaData<DrawnControl, Paint>> INKS = inkMetaData();
    private static final CssMetaData<DrawnControl, String> TEXT_FAMILY =
            familyMetaData("-ed-text-family", "System", false);
    private static final CssMetaData<DrawnControl, String> MONO_FAMILY =
            familyMetaData("-ed-mono-family", "Monospaced", true);
    private static final List<CssMetaData<? extends Styleable, ?>> META_DATA = allMetaData();

    private final Map<Ink, StyleableObjectProperty<Paint>> inks = new EnumMap<>(Ink.class);
    private final StyleableObjectProperty<String> textFamily =
            new FamilyProperty(TEXT_FAMILY, "textFamily", "System");
    private final StyleableObjectProperty<String> monoFamily =
            new FamilyProperty(MONO_FAMILY, "monoFamily", "Monospaced");
    private final Canvas canvas = new Canvas();
    private final Paper paper = new Paper();
    private @Nullable Face textFace;
    private @Nullable Face monoFace;

    protected DrawnControl() {
        getStyleClass().add("drawn");
        for (Ink ink : Ink.values()) {
            inks.put(ink, new InkProperty(ink));
        }
        canvas.setManaged(false);
        getChildren().add(paper);
        // The keyboard must see where it is.
        focusVisibleProperty().subscribe(_ -> redraw());
        focusedProperty().subscribe(_ -> redraw());
    }

    /**
     * Takes the colours of states away, because what is drawn belongs to the past; or gives them
     * back.
     */
    public final void setPast(boolean past) {
        pseudoClassStateChanged(PAST, past);
    }

    /** Paints everything anew; called on the FX thread, at most once a pulse. */
    protected abstract void paint(Brush brush, double width, double height);

    /** Asks for painting with the next pulse. */
    public final void redraw() {
        paper.requestLayout();
    }

    /** The part of the region that is painted; the rest is for child nodes such as scroll bars. */
    protected Insets margins() {
        return Insets.EMPTY;
    }

    @Override
    protected void layoutChildren() {
        Insets margins = margins();
        double width = Math.max(0, Math.floor(getWidth() - margins.getLeft() - margins.getRight()));
        double height =
                Math.max(0, Math.floor(getHeight() - margins.getTop() - margins.getBottom()));
        paper.resizeRelocate(margins.getLeft(), margins.getTop(), width, height);
        redraw();
    }

    final Paint paint(Ink ink) {
        return Objects.requireNonNull(inks.get(ink)).get();
    }

    final Face text() {
        if (textFace == null) {
            textFace = new Face(Font.font(textFamily.get(), TEXT_SIZE));
        }
        return textFace;
    }

    final Face mono() {
        if (monoFace == null) {
            monoFace = new Face(Font.font(monoFamily.get(), MONO_SIZE));
        }
        return monoFace;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(
                        DrawnControl.class.getResource("/io/epochdesk/ui/drawn/drawn.css"))
                .toExternalForm();
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META_DATA;
    }

    private static Map<Ink, CssMetaData<DrawnControl, Paint>> inkMetaData() {
        Map<Ink, CssMetaData<DrawnControl, Paint>> metaData = new EnumMap<>(Ink.class);
        for (Ink ink : Ink.values()) {
            metaData.put(
                    ink,
                    new CssMetaData<DrawnControl, Paint>(
                            ink.cssName(), StyleConverter.getPaintConverter(), ink.initial()) {
                        @Override
                        public boolean isSettable(DrawnControl control) {
                            return true;
                        }

                        @Override
                        public StyleableProperty<Paint> getStyleableProperty(DrawnControl control) {
                            return Objects.requireNonNull(control.inks.get(ink));
                        }
                    });
        }
        return Collections.unmodifiableMap(metaData);
    }

    private static CssMetaData<DrawnControl, String> familyMetaData(
            String property, String initial, boolean mono) {
        return new CssMetaData<>(property, StyleConverter.getStringConverter(), initial) {
            @Override
            public boolean isSettable(DrawnControl control) {
                return true;
            }

            @Override
            public StyleableProperty<String> getStyleableProperty(DrawnControl control) {
                return mono ? control.monoFamily : control.textFamily;
            }
        };
    }

    private static List<CssMetaData<? extends Styleable, ?>> allMetaData() {
        List<CssMetaData<? extends Styleable, ?>> all =
                new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(INKS.values());
        all.add(TEXT_FAMILY);
        all.add(MONO_FAMILY);
        return List.copyOf(all);
    }

    /** The unmanaged ground: asking it for layout does not reach the control's parents. */
    private final class Paper extends Region {
        Paper() {
            setManaged(false);
            setMouseTransparent(true);
            getChildren().add(canvas);
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double height = getHeight();
            if (canvas.getWidth() != width || canvas.getHeight() != height) {
                canvas.setWidth(width);
                canvas.setHeight(height);
            }
            if (width > 0 && height > 0) {
                canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
                DrawnControl.this.paint(
                        new Brush(canvas.getGraphicsContext2D(), DrawnControl.this), width, height);
            }
        }
    }

    private final class InkProperty extends SimpleStyleableObjectProperty<Paint> {
        InkProperty(Ink ink) {
            super(
                    Objects.requireNonNull(INKS.get(ink)),
                    DrawnControl.this,
                    ink.cssName(),
                    ink.initial());
        }

        @Override
        protected void invalidated() {
            redraw();
        }
    }

    private final class FamilyProperty extends SimpleStyleableObjectProperty<String> {
        FamilyProperty(CssMetaData<DrawnControl, String> metaData, String name, String initial) {
            super(metaData, DrawnControl.this, name, initial);
        }

        @Override
        protected void invalidated() {
            textFace = null;
            monoFace = null;
            redraw();
        }
    }
}
