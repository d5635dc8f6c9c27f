package io.epochdesk.ui.wizard;

import atlantafx.base.theme.Styles;

import io.epochdesk.fault.Fault;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FaultBanner;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.SecretField;
import io.epochdesk.ui.View;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The frame. Enter does what the main button says, shortcut + Enter does so from a field of several
 * lines too; Alt + Left goes back; Escape closes.
 */
public final class WizardFrame implements View {

    private static final KeyCombination FORWARD =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination BACK =
            new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);

    private final Words words;
    private final WizardListener listener;
    private final VBox root = new VBox();
    private final Label title = Labels.title("");
    private final HBox top = new HBox(16);
    private final StepList steps;
    private final KnownList known;
    private final Label heading = Labels.heading("");
    private final ScrollPane scroll = new ScrollPane();
    private final FaultBanner banner;
    private final Button back = new Button();
    private final Button forward = new Button();
    private final Button cancel = new Button();
    private final Label doing = Labels.caption("");
    private final ProgressIndicator spinner = new ProgressIndicator();
    private final HBox busy = new HBox(8);
    private final VBox middle = new VBox();
    private @Nullable Region shown;
    private @Nullable Node left;
    private WizardActs acts = new WizardActs("", false, false);

    /**
     * A frame with nothing in it.
     *
     * @param listener told what is pressed
     */
    public WizardFrame(Formats formats, DialogDress dress, WizardListener listener) {
        words = formats.words();
        this.listener = listener;
        steps = new StepList(words, listener::returnTo);
        known = new KnownList(words);
        banner = new FaultBanner(formats);
        root.getStyleClass().addAll("page", "wizard");
        root.setId("wizard");
        buildTop(dress);
        buildMiddle();
        VBox right = new VBox(12, Labels.heading(words.say("wizard.known")), scrolled(known));
        right.getStyleClass().addAll("epoch-card", "wizard-right");
        VBox left = new VBox(steps);
        left.getStyleClass().add("wizard-left");
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox body = new HBox(16, left, middle, right);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(top, body);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::filter);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        act(acts);
        idle();
    }

    @Override
    public Parent root() {
        return root;
    }

    private void buildTop(DialogDress dress) {
        Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        close.setId("wizard-close");
        close.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        close.setAccessibleText(words.say("wizard.close"));
        close.setTooltip(new Tooltip(words.say("wizard.close")));
        close.setOnAction(_ -> listener.close());
        title.setId("wizard-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getChildren().addAll(title, gap);
        dress.mark().ifPresent(top.getChildren()::add);
        top.getChildren().add(close);
    }

    private void buildMiddle() {
        heading.setId("wizard-heading");
        heading.setWrapText(true);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("wizard-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        back.setId("wizard-back");
        back.setText(words.say("wizard.back"));
        back.setOnAction(_ -> listener.back());
        forward.setId("wizard-forward");
        forward.getStyleClass().add(Styles.ACCENT);
        forward.setDefaultButton(true);
        forward.setOnAction(_ -> listener.forward());
        cancel.setId("wizard-cancel");
        cancel.setText(words.say("ui.cancel"));
        cancel.setOnAction(_ -> listener.cancel());
        spinner.setPrefSize(20, 20);
        busy.getChildren().addAll(spinner, doing, cancel);
        busy.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(12, back, busy, gap, forward);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("wizard-foot");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        middle.getStyleClass().addAll("epoch-card", "wizard-middle");
        middle.getChildren().addAll(heading, scroll, banner, foot);
    }

    private static ScrollPane scrolled(Region content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("wizard-scroll");
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    /** Names the flow. */
    public void title(String name) {
        title.setText(name);
    }

    /** Shows where one is. */
    public void steps(List<WizardStep> now) {
        steps.show(now);
    }

    /** Shows what is known so far. */
    public void known(List<Known> facts) {
        known.show(facts);
    }

    /** Shows a page from its beginning, under a heading of its own. */
    public void page(String name, Region content) {
        boolean mine = shown == null || holdsCursor();
        shown = content;
        heading.setText(name);
        scroll.setContent(content);
        scroll.setVvalue(0);
        if (mine) {
            begin();
        }
    }

    /** Whether the cursor is here, or nowhere; it is never taken from another part of a window. */
    private boolean holdsCursor() {
        return root.isFocusWithin()
                || (root.getScene() != null && root.getScene().getFocusOwner() == null);
    }

    /** Puts the cursor where the page is begun: into its first empty field, else on the button. */
    private void begin() {
        if (scroll.isDisabled()) {
            waitHere();
            return;
        }
        Region content = shown;
        Optional<Node> field = content == null ? Optional.empty() : field(content);
        field.orElse(forward.isDisabled() || !forward.isVisible() ? root : forward).requestFocus();
    }

    private static Optional<Node> field(Parent in) {
        return in.getChildrenUnmodifiable().stream()
                .filter(node -> node.isVisible() && !node.isDisabled())
                .flatMap(
                        node ->
                                (isEmptyField(node)
                                                ? Optional.of(node)
                                                : node instanceof Parent parent
                                                        ? field(parent)
                                                        : Optional.<Node>empty())
                                        .stream())
                .findFirst();
    }

    private static boolean isEmptyField(Node node) {
        return node instanceof TextInputControl field
                ? field.getText().isEmpty()
                : node instanceof SecretField;
    }

    /** Keeps the cursor while nothing else can hold it, so that the keys of the frame still do. */
    private void waitHere() {
        (cancel.isVisible() ? cancel : root).requestFocus();
    }

    /** Offers these buttons. */
    public void act(WizardActs offered) {
        acts = offered;
        forward.setText(offered.forward());
        forward.setVisible(!offered.forward().isEmpty());
        enable();
    }

    /**
     * Says what is under way; meanwhile nothing else can be pressed.
     *
     * @param canCancel whether it can be left half way
     */
    public void busy(String what, boolean canCancel) {
        Node at = root.getScene() == null ? null : root.getScene().getFocusOwner();
        boolean mine = holdsCursor();
        if (mine && !busy.isVisible()) {
            left = at;
        }
        doing.setText(what);
        busy.setVisible(true);
        cancel.setVisible(canCancel);
        if (mine) {
            waitHere();
        }
        scroll.setDisable(true);
        enable();
    }

    /** Nothing is under way. */
    public void idle() {
        boolean mine = busy.isVisible() && root.isFocusWithin();
        busy.setVisible(false);
        scroll.setDisable(false);
        enable();
        if (mine) {
            goOn();
        }
    }

    /** Gives the cursor back to what had it before there was something to wait for. */
    private void goOn() {
        Node before = left;
        left = null;
        if (before != null
                && !before.equals(root)
                && Objects.equals(before.getScene(), root.getScene())
                && !before.isDisabled()) {
            before.requestFocus();
        } else {
            begin();
        }
    }

    /** Says what went wrong; null takes it away. */
    public void fault(@Nullable Fault fault, Instant now) {
        banner.show(fault, null, now);
    }

    private void enable() {
        boolean free = !busy.isVisible();
        forward.setDisable(!free || !acts.ready());
        back.setDisable(!free || !acts.canGoBack());
        steps.setDisable(!free);
    }

    private void filter(KeyEvent key) {
        boolean several = key.getTarget() instanceof TextArea;
        if (FORWARD.match(key)) {
            forward.fire();
            key.consume();
        } else if (several && key.getCode() == KeyCode.TAB && !key.isControlDown()) {
            // A tab is no part of any value: it leads to the next field, as everywhere else.
            move((Node) key.getTarget(), key.isShiftDown());
            key.consume();
        }
    }

    private static void move(Node from, boolean backwards) {
        from.requestFocusTraversal(
                backwards
                        ? javafx.scene.TraversalDirection.PREVIOUS
                        : javafx.scene.TraversalDirection.NEXT);
    }

    private void pressed(KeyEvent key) {
        if (BACK.match(key)) {
            back.fire();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            listener.close();
            key.consume();
        }
    }
}
