package io.epochdesk.ui;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.Locale;

/**
 * What a colour means. Each tone has an icon of its own shape, because colour is never the only
 * sign, and a style class that sets {@code -tone-text}, {@code -tone-fill} and {@code -tone-wash}
 * for the node that carries it.
 */
public enum Tone {
    /** Nothing to do, nothing under way. */
    CALM(MaterialDesignC.CIRCLE_OUTLINE),
    /** Under way, as it should be. */
    PROGRESS(MaterialDesignP.PROGRESS_CLOCK),
    /** Done and good. */
    SUCCESS(MaterialDesignC.CHECK_CIRCLE),
    /** Somebody should look. */
    ATTENTION(MaterialDesignA.ALERT),
    /** Failed, or about to. */
    DANGER(MaterialDesignA.ALERT_OCTAGON),
    /** Not known; drawn hatched. */
    UNKNOWN(MaterialDesignH.HELP_CIRCLE_OUTLINE),
    /** The operator's own. */
    MINE(MaterialDesignS.STAR);

    @SuppressWarnings("ImmutableEnumChecker") // an Ikon is an enum constant
    private final Ikon icon;

    Tone(Ikon icon) {
        this.icon = icon;
    }

    /** The icon whose shape says the same as the colour. */
    public Ikon icon() {
        return icon;
    }

    /** {@code tone-calm}, {@code tone-progress} … */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }

    /** Gives the node this tone and takes any other from it. */
    public void on(javafx.scene.Node node) {
        if (!node.getStyleClass().contains(styleClass())) {
            for (Tone tone : values()) {
                node.getStyleClass().remove(tone.styleClass());
            }
            node.getStyleClass().add(styleClass());
        }
    }
}
