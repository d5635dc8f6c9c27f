package io.epochdesk.board.view;

import io.epochdesk.board.view.EpochRibbon.Stage;
import io.epochdesk.board.view.EpochRibbon.Standing;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.time.Instant;
import java.util.Locale;

/** One stage of the timeline: as wide as it is long, filled as far as it is over. */
final class StagePane extends StackPane {

    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final PseudoClass PRESENT = PseudoClass.getPseudoClass("present");
    private static final PseudoClass SETTLED = PseudoClass.getPseudoClass("settled");
    private static final double TEXT_MARGIN = 16;

    private final Formats formats;
    private final Words words;
    private final boolean detailed;
    private final Region elapsed = new Region();
    private final Label name = new Label();
    private final Tooltip exact = new Tooltip();
    private double share;
    private String longName = "";
    private String shortName = "";

    /**
     * A stage.
     *
     * @param detailed whether it is named and can be reached with the keyboard
     */
    StagePane(Formats formats, boolean detailed) {
        this.formats = formats;
        words = formats.words();
        this.detailed = detailed;
        getStyleClass().add("stage");
        elapsed.getStyleClass().add("stage-elapsed");
        elapsed.setManaged(false);
        name.getStyleClass().add("stage-name");
        name.setMinWidth(0);
        name.setManaged(false);
        getChildren().addAll(elapsed, name);
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(detailed);
        Tooltip.install(this, exact);
    }

    void show(Stage stage, EpochRibbon ribbon, Instant now) {
        getStyleClass().removeIf(style -> style.startsWith("stage-"));
        getStyleClass()
                .add("stage-" + stage.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        pseudoClassStateChanged(PAST, stage.standing() == Standing.PAST);
        pseudoClassStateChanged(PRESENT, stage.standing() == Standing.PRESENT);
        pseudoClassStateChanged(SETTLED, !ribbon.canBeLate());
        longName = words.name("overview.stage", stage.kind());
        shortName = words.name("overview.stage.short", stage.kind());
        String text =
                stage.end() == null
                        ? words.say(
                                "overview.timeline.stage",
                                "name",
                                longName,
                                "from",
                                stage.from(),
                                "to",
                                stage.to())
                        : words.say(
                                "overview.timeline.stage.ends",
                                "name",
                                longName,
                                "from",
                                stage.from(),
                                "to",
                                stage.to(),
                                "time",
                                formats.instant(stage.end(), now));
        exact.setText(text);
        setAccessibleText(text);
        share =
                switch (stage.standing()) {
                    case PAST -> 1;
                    case FUTURE -> 0;
                    case PRESENT ->
                            Math.clamp(
                                    (double) (ribbon.view() - stage.from() + 1)
                                            / (stage.to() - stage.from() + 1),
                                    0.0,
                                    1.0);
                };
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double over = getWidth() * share;
        elapsed.resizeRelocate(0, 0, over, getHeight());
        if (detailed) {
            placeName(over);
        }
    }

    /** In the middle, or beside the mark of the present where the mark would cut it in two. */
    private void placeName(double over) {
        boolean leftOfIt = over >= getWidth() / 2;
        double from = share == 0 || share == 1 || leftOfIt ? 0 : over;
        double room = share == 0 || share == 1 ? getWidth() : leftOfIt ? over : getWidth() - over;
        String beside = fitting(room - TEXT_MARGIN);
        if (beside.isEmpty()) {
            from = 0;
            room = getWidth();
            beside = fitting(room - TEXT_MARGIN);
        }
        name.setText(beside);
        double width = Math.min(room, name.prefWidth(-1));
        double height = name.prefHeight(-1);
        name.resizeRelocate(
                Math.rint(from + (room - width) / 2),
                Math.rint((getHeight() - height) / 2),
                width,
                height);
    }

    /** The longest form of the name that fits: never half a word. */
    private String fitting(double room) {
        for (String candidate : new String[] {longName, shortName}) {
            javafx.scene.text.Text probe = new javafx.scene.text.Text(candidate);
            probe.setFont(name.getFont());
            if (probe.getLayoutBounds().getWidth() <= room) {
                return candidate;
            }
        }
        return "";
    }
}
