package io.epochdesk.guide.view;

import io.epochdesk.guide.Glossary;
import io.epochdesk.guide.Guide;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Labels;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/**
 * Explains the word the pointer rests on, in any label of the window, when it is a term of the
 * glossary. A label with a hover of its own keeps that.
 */
public final class GlossaryHover {

    private static final Duration REST = Duration.ofMillis(500);
    private static final double BELOW = 20;
    private static final double WIDTH = 340;

    private final GuideViewModel guide;
    private final FxThread fx;
    private final Label name = Labels.heading("");
    private final Text meaning = new Text();
    private final Tooltip hover = new Tooltip();
    private Subscription waiting = Subscription.EMPTY;
    private @Nullable Text over;
    private int from;
    private int to;

    private GlossaryHover(GuideViewModel guide, FxThread fx) {
        this.guide = guide;
        this.fx = fx;
        meaning.setWrappingWidth(WIDTH);
        meaning.getStyleClass().add("glossary-meaning");
        VBox box = new VBox(4, name, meaning);
        box.getStyleClass().add("glossary-hover");
        hover.setGraphic(box);
        hover.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        hover.setId("glossary-hover");
    }

    /** From now on explains the words below this root. */
    public static void on(Node root, GuideViewModel guide, FxThread fx) {
        GlossaryHover words = new GlossaryHover(guide, fx);
        root.addEventFilter(MouseEvent.MOUSE_MOVED, words::moved);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> words.leave());
        root.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> words.leave());
    }

    private void moved(MouseEvent mouse) {
        Text text = explainable(mouse.getPickResult().getIntersectedNode());
        int character = text == null ? -1 : character(text, mouse);
        if (text != null && text.equals(over) && character >= from && character < to) {
            return;
        }
        leave();
        if (text == null || character < 0) {
            return;
        }
        guide.want();
        Guide read = guide.guideProperty().get();
        Optional<Glossary.Mention> mention =
                read == null ? Optional.empty() : read.glossary().at(text.getText(), character);
        mention.ifPresent(
                found -> {
                    over = text;
                    from = found.start();
                    to = found.end();
                    waiting =
                            fx.after(
                                    REST,
                                    () ->
                                            show(
                                                    found,
                                                    text,
                                                    mouse.getScreenX(),
                                                    mouse.getScreenY()));
                });
    }

    private void show(Glossary.Mention found, Text text, double x, double y) {
        if (text.getScene() != null && text.getScene().getWindow() != null) {
            name.setText(found.term().name());
            meaning.setText(found.term().meaning());
            hover.show(text, x, y + BELOW);
        }
    }

    private void leave() {
        waiting.unsubscribe();
        over = null;
        hover.hide();
    }

    /** The text under the pointer, when it belongs to a label that does not explain itself. */
    private static @Nullable Text explainable(@Nullable Node picked) {
        for (Node node = picked; node != null; node = node.getParent()) {
            if (node instanceof Label label) {
                boolean silent = label.getTooltip() == null && !isInControl(label.getParent());
                return silent && label.lookup(".text") instanceof Text text ? text : null;
            }
            if (node instanceof Text text && text.getStyleClass().contains("guide-run")) {
                return text;
            }
        }
        return null;
    }

    /** Labels inside buttons, fields and tables are parts of something else. */
    private static boolean isInControl(@Nullable Parent parent) {
        return parent != null && parent.getStyleClass().contains("cell");
    }

    private static int character(Text text, MouseEvent mouse) {
        Point2D at = text.sceneToLocal(mouse.getSceneX(), mouse.getSceneY());
        return text.getLayoutBounds().contains(at) ? text.hitTest(at).getCharIndex() : -1;
    }
}
