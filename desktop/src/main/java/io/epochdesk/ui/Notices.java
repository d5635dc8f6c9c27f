package io.epochdesk.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.time.Duration;

/**
 * Short words at the lower edge that go by themselves: something was copied, something was saved.
 */
public final class Notices extends StackPane {

    private static final Duration STAYS = Duration.ofSeconds(3);

    private final FxThread fx;
    private final Label words = new Label();
    private Subscription going = Subscription.EMPTY;

    public Notices(FxThread fx) {
        this.fx = fx;
        getStyleClass().add("notices");
        words.getStyleClass().add("notice");
        words.setGraphic(new FontIcon(MaterialDesignC.CHECK));
        words.setVisible(false);
        setMouseTransparent(true);
        setPickOnBounds(false);
        setAlignment(words, Pos.BOTTOM_CENTER);
        getChildren().add(words);
    }

    /** Shows these words for a moment; newer ones take the place of older ones. */
    public void say(String text) {
        going.unsubscribe();
        words.setText(text);
        words.setVisible(true);
        going = fx.after(STAYS, () -> words.setVisible(false));
    }
}
