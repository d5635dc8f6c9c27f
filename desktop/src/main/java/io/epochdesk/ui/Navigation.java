package io.epochdesk.ui;

import io.epochdesk.text.Words;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/** The rail of pages at the left. */
final class Navigation extends VBox {

    private static final PseudoClass CALLING = PseudoClass.getPseudoClass("calling");

    private final Words words;
    private final Consumer<Page> opened;
    private final ToggleGroup group = new ToggleGroup();
    private final VBox entries = new VBox();
    private final HBox tools = new HBox();

    Navigation(Words words, Consumer<Page> opened) {
        this.words = words;
        this.opened = opened;
        getStyleClass().add("navigation");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(words.say("ui.navigation"));
        entries.getStyleClass().add("navigation-entries");
        tools.getStyleClass().add("navigation-tools");
        tools.setAlignment(Pos.CENTER);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(entries, gap, tools);
    }

    void tools(List<Tool> offered) {
        tools.getChildren().clear();
        for (Tool tool : offered) {
            Button button = new Button("", new FontIcon(tool.icon()));
            button.setId("tool-" + tool.id());
            button.getStyleClass().add("navigation-tool");
            button.setAccessibleText(tool.title());
            button.setTooltip(new Tooltip(tool.tooltip()));
            button.setOnAction(_ -> tool.act().run());
            tools.getChildren().add(button);
        }
    }

    void pages(List<? extends Page> pages) {
        group.getToggles().clear();
        entries.getChildren().clear();
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
            entries.getChildren().add(entry);
        }
    }

    /** Marks the entry of a page as having something for the operator, or not. */
    void call(String pageId, boolean calling) {
        entries.getChildren().stream()
                .filter(entry -> entry.getId().equals("navigate-" + pageId))
                .forEach(entry -> entry.pseudoClassStateChanged(CALLING, calling));
    }

    void mark(Page page) {
        group.getToggles().forEach(entry -> entry.setSelected(page.equals(entry.getUserData())));
    }
}
