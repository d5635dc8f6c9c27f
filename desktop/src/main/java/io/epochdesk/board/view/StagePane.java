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
        getChildren().addAll(elapsed, name);
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(detailed);
        Tooltip.install(this, exact);
    }

    void show(Stage stage, long view, Instant now) {
        getStyleClass().removeIf(style -> style.startsWith("stage-"));
        getStyleClass()
                .add("stage-" + stage.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        pseudoClassStateChanged(PAST, stage.standing() == Standing.PAST);
        pseudoClassStateChanged(PRESENT, stage.standing() == Standing.PRESENT);
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
                                    (double) (view - stage.from() + 1)
                                            / (stage.to() - stage.from() + 1),
                                    0.0,
                                    1.0);
                };
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (detailed) {
            name.setText(fitting(getWidth() - TEXT_MARGIN));
        }
        super.layoutChildren();
        elapsed.resizeRelocate(0, 0, getWidth() * share, getHeight());
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
