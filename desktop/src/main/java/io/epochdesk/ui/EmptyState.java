package io.epochdesk.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Nothing here yet, and when that will change. */
public final class EmptyState extends VBox {

    private final Label title = Labels.heading("");
    private final Label explanation = Labels.body("");

    public EmptyState(Ikon icon) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        title.setWrapText(true);
        title.setTextAlignment(TextAlignment.CENTER);
        explanation.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(new FontIcon(icon), title, explanation);
    }

    public EmptyState(Ikon icon, String what, String why) {
        this(icon);
        show(what, why);
    }

    /** Says what is not here, and why or when it will be. */
    public void show(String what, String why) {
        title.setText(what);
        explanation.setText(why);
    }
}
