package io.epochdesk.ui;

import io.epochdesk.text.Words;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/** The rail of pages at the left. */
final class Navigation extends VBox {

    private final Words words;
    private final Consumer<Page> opened;
    private final ToggleGroup group = new ToggleGroup();

    Navigation(Words words, Consumer<Page> opened) {
        this.words = words;
        this.opened = opened;
        getStyleClass().add("navigation");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(words.say("ui.navigation"));
    }

    void pages(List<? extends Page> pages) {
        group.getToggles().clear();
        getChildren().clear();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            ToggleButton entry = new ToggleButton(page.title(), new FontIcon(page.icon()));
            entry.setId("navigate-" + page.id());
            entry.getStyleClass().add("navigation-entry");
            entry.setContentDisplay(ContentDisplay.TOP);
            entry.setMaxWidth(Double.MAX_VALUE);
            entry.setUserData(page);
            entry.setToggleGroup(group);
            entry.setTooltip(
                    new Tooltip(
                            words.say("ui.navigate.tooltip", "page", page.title(), "key", i + 1)));
            entry.setOnAction(_ -> opened.accept(page));
            getChildren().add(entry);
        }
    }

    void mark(Page page) {
        group.getToggles().forEach(entry -> entry.setSelected(page.equals(entry.getUserData())));
    }
}
