package io.epochdesk.ui;

import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frame of the window: header above, pages and tools at the left, the open page in the middle,
 * notices over it. Only the open page is in the scene, so only it is alive.
 *
 * <p>Keys: shortcut + 1…9 opens a page, shortcut + F finds, F5 looks again, shortcut + C copies
 * what the page has selected; every tool has its own.
 */
public final class Shell implements View {

    private static final PseudoClass REHEARSAL = PseudoClass.getPseudoClass("rehearsal");
    private static final KeyCombination FIND = shortcut(KeyCode.F);
    private static final KeyCombination COPY = shortcut(KeyCode.C);

    private final Words words;
    private final BorderPane frame = new BorderPane();
    private final StackPane middle = new StackPane();
    private final StackPane centre = new StackPane(middle);
    private final StackPane root = new StackPane();
    private final Navigation navigation;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<@Nullable Page> open = new ReadOnlyObjectWrapper<>();
    private List<Page> pages = List.of();
    private List<Tool> tools = List.of();
    private String before = "";
    private String calls = "";

    public Shell(Words words, FxThread fx) {
        this.words = words;
        notices = new Notices(fx);
        navigation = new Navigation(words, this::open);
        root.getStyleClass().add("shell");
        middle.getStyleClass().add("page-frame");
        frame.setLeft(navigation);
        frame.setCenter(centre);
        root.getChildren().addAll(frame, notices);
        Roomy.mark(root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        WhileShown.of(
                root,
                () -> root.getScene().focusOwnerProperty().subscribe(_ -> fx.run(this::keep)));
        root.addEventHandler(
                Copying.COPIED,
                copied ->
                        notices.say(
                                words.say("ui.copied", "text", Formats.shortId(copied.text()))));
    }

    @Override
    public Parent root() {
        return root;
    }

    /** Short words at the lower edge. */
    public Notices notices() {
        return notices;
    }

    /** The page that is open, or null before the first. */
    public ReadOnlyObjectProperty<@Nullable Page> openProperty() {
        return open.getReadOnlyProperty();
    }

    /**
     * Replaces header and pages, and opens the page of this ID, or the first where there is none.
     */
    public void furnish(Node header, List<? extends Page> newPages, String openId) {
        pages = List.copyOf(newPages);
        frame.setTop(header);
        navigation.pages(pages);
        pages.stream()
                .filter(page -> page.id().equals(openId))
                .findFirst()
                .or(() -> pages.stream().findFirst())
                .ifPresent(this::open);
    }

    /** Offers these tools on every page. */
    public void tools(List<Tool> offered) {
        tools = List.copyOf(offered);
        navigation.tools(tools);
    }

    /** Lays something over the right edge of whatever page is open. */
    public void beside(Node pane) {
        StackPane.setAlignment(pane, Pos.CENTER_RIGHT);
        centre.getChildren().add(pane);
    }

    /** Lays something over the whole window, below the notices. */
    public void over(Node layer) {
        root.getChildren().add(root.getChildren().indexOf(notices), layer);
    }

    /** The pages in the order of the navigation. */
    public List<Page> pages() {
        return pages;
    }

    /** Marks a page in the navigation as having something for the operator, or not. */
    public void call(String pageId, boolean calling) {
        calls = calling ? pageId : "";
        navigation.call(pageId, calling);
    }

    /** Adds a page behind the others for a while, and opens it; one of its ID gives way to it. */
    public void guest(Page page) {
        Page now = open.get();
        if (now != null && !now.id().equals(page.id())) {
            before = now.id();
        }
        List<Page> all = new ArrayList<>(pages);
        all.removeIf(other -> other.id().equals(page.id()));
        all.add(page);
        pages = List.copyOf(all);
        navigation.pages(pages);
        navigation.call(calls, true);
        open(page);
    }

    /** Takes a page away again, and opens the one before it. */
    public void dismiss(String id) {
        List<Page> all = new ArrayList<>(pages);
        if (!all.removeIf(page -> page.id().equals(id))) {
            return;
        }
        pages = List.copyOf(all);
        navigation.pages(pages);
        navigation.call(calls, true);
        Page now = open.get();
        if (now != null && now.id().equals(id)) {
            open(before);
        } else if (now != null) {
            navigation.mark(now);
        }
    }

    /** Marks the whole frame as a rehearsal's. */
    public void rehearsal(boolean rehearsal) {
        root.pseudoClassStateChanged(REHEARSAL, rehearsal);
    }

    /** Opens the page of this ID; nothing happens where there is none. */
    public void open(String id) {
        pages.stream().filter(page -> page.id().equals(id)).findFirst().ifPresent(this::open);
    }

    private void open(Page page) {
        navigation.mark(page);
        if (!page.equals(open.get())) {
            open.set(page);
            middle.getChildren().setAll(page.root());
        }
    }

    /**
     * A cursor that was in something taken away goes to the page: else no key would do anything.
     */
    private void keep() {
        Scene scene = root.getScene();
        Page page = open.get();
        if (scene != null && scene.getFocusOwner() == null && page != null) {
            page.root().requestFocus();
        }
    }

    private void pressed(KeyEvent key) {
        for (Tool tool : tools) {
            if (tool.keys().match(key)) {
                tool.act().run();
                key.consume();
                return;
            }
        }
        Page page = open.get();
        if (page == null) {
            return;
        }
        if (FIND.match(key)) {
            page.find();
            key.consume();
        } else if (key.getCode() == KeyCode.F5) {
            page.refresh();
            notices.say(words.say("ui.refreshing"));
            key.consume();
        } else if (COPY.match(key)) {
            copy(page, key);
        } else if (key.isShortcutDown() && key.getCode().isDigitKey()) {
            int place = key.getCode().getCode() - KeyCode.DIGIT1.getCode();
            if (place >= 0 && place < pages.size()) {
                open(pages.get(place));
                key.consume();
            }
        }
    }

    private void copy(Page page, KeyEvent key) {
        Node focused = root.getScene().getFocusOwner();
        if (focused instanceof TextInputControl || focused instanceof ShortId) {
            return;
        }
        Optional<String> text = page.copyable();
        text.ifPresent(
                found -> {
                    Copying.copy(root, found);
                    key.consume();
                });
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
