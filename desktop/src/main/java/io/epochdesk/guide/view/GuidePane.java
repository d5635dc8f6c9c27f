package io.epochdesk.guide.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.guide.Guide;
import io.epochdesk.guide.Place;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxThread;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Skeleton;
import io.epochdesk.ui.View;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Help at the right of the page. Escape closes it and gives the focus back. */
public final class GuidePane implements View {

    private final GuideViewModel model;
    private final Words words;
    private final FxThread fx;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox root = new VBox();
    private @Nullable Node before;
    private @Nullable MarkdownText shown;
    private String shownChapter = "";

    public GuidePane(GuideViewModel model, Words words, FxThread fx) {
        this.model = model;
        this.words = words;
        this.fx = fx;
        root.setId("guide");
        root.getStyleClass().add("guide");
        root.setAccessibleRole(AccessibleRole.PARENT);
        root.setAccessibleText(words.say("guide.title"));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        scroll.setFitToWidth(true);
        scroll.setId("guide-text");
        scroll.getStyleClass().addAll("guide-scroll", Styles.TEXT);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(top(), scroll);
        model.openProperty().subscribe(this::open);
        model.placeProperty().subscribe(_ -> show());
        model.guideProperty().subscribe(_ -> show());
    }

    @Override
    public Parent root() {
        return root;
    }

    private HBox top() {
        Button back = button("back", MaterialDesignA.ARROW_LEFT);
        back.setOnAction(_ -> model.back());
        back.disableProperty().bind(model.canGoBackProperty().not());
        Button contents = button("contents", MaterialDesignT.TABLE_OF_CONTENTS);
        contents.setOnAction(_ -> model.show(Place.CONTENTS));
        Button close = button("close", MaterialDesignC.CLOSE);
        close.setOnAction(_ -> model.close());
        Label title = Labels.heading(words.say("guide.title"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(4, title, gap, back, contents, close);
        top.getStyleClass().add("guide-top");
        top.setAlignment(Pos.CENTER_LEFT);
        return top;
    }

    private Button button(String act, Ikon icon) {
        Button button = new Button("", new FontIcon(icon));
        button.setId("guide-" + act);
        button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        button.setAccessibleText(words.say("guide." + act));
        button.setTooltip(new Tooltip(words.say("guide." + act)));
        return button;
    }

    private void open(boolean open) {
        root.setVisible(open);
        root.setManaged(open);
        if (open) {
            before = root.getScene() == null ? null : root.getScene().getFocusOwner();
            show();
            // What has just become visible can take the focus only after its layout.
            fx.run(scroll::requestFocus);
        } else if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    private void show() {
        Guide guide = model.guideProperty().get();
        if (!model.openProperty().get()) {
            return;
        }
        if (guide == null) {
            scroll.setContent(new Skeleton(8, words.say("ui.loading"), fx));
            return;
        }
        Place place = model.placeProperty().get();
        MarkdownText text = shown;
        if (text == null || !shownChapter.equals(model.chapter().id())) {
            text = new MarkdownText(model.chapter(), model::follow);
            shown = text;
            shownChapter = model.chapter().id();
            scroll.setContent(text);
        }
        MarkdownText laidOut = text;
        scroll.setVvalue(0);
        laidOut.heading(place.anchor())
                .ifPresent(heading -> fx.run(() -> reveal(laidOut, heading)));
    }

    private void reveal(MarkdownText text, Node heading) {
        root.applyCss();
        root.layout();
        double beyond = text.getHeight() - scroll.getViewportBounds().getHeight();
        if (beyond > 0) {
            scroll.setVvalue(Math.min(1, heading.getBoundsInParent().getMinY() / beyond));
        }
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            model.close();
            key.consume();
        } else if (key.isAltDown() && key.getCode() == KeyCode.LEFT) {
            model.back();
            key.consume();
        }
    }
}
