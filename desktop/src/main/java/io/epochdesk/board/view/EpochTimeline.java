package io.epochdesk.board.view;

import io.epochdesk.board.view.EpochRibbon.Stage;
import io.epochdesk.board.view.EpochRibbon.Standing;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The epoch to scale: a thin ribbon of all of it, and beneath it the setup drawn large, with the
 * present view marked on both. Exact figures on hover; the stages of the setup can be reached with
 * the keyboard.
 */
final class EpochTimeline extends Region {

    private static final double NOW_HEIGHT = 22;
    private static final double WHOLE_HEIGHT = 14;
    private static final double FAN_HEIGHT = 18;
    private static final double DETAIL_HEIGHT = 48;
    private static final double TIP_HEIGHT = 10;
    private static final double DETAIL_Y = NOW_HEIGHT + WHOLE_HEIGHT + FAN_HEIGHT;
    private static final double HEIGHT = DETAIL_Y + DETAIL_HEIGHT + TIP_HEIGHT;
    private static final double TALLEST = HEIGHT + 120;
    private static final double GAP = 2;

    private final Formats formats;
    private final Words words;
    private final List<StagePane> whole = new ArrayList<>();
    private final List<StagePane> detail = new ArrayList<>();
    private final Polygon fan = new Polygon();
    private final Label nowText = new Label();
    private final Label firstName = Labels.caption("");
    private final Region wholeNow = new Region();
    private final Region detailNow = new Region();
    private final Polygon tip = new Polygon(0, 0, 6, 8, -6, 8);
    private @Nullable EpochRibbon ribbon;

    EpochTimeline(Formats formats) {
        this.formats = formats;
        words = formats.words();
        getStyleClass().add("timeline");
        fan.getStyleClass().add("timeline-fan");
        nowText.getStyleClass().add("timeline-now-text");
        wholeNow.getStyleClass().add("timeline-now");
        detailNow.getStyleClass().add("timeline-now");
        tip.getStyleClass().add("timeline-tip");
        wholeNow.setMouseTransparent(true);
        detailNow.setMouseTransparent(true);
    }

    void show(EpochRibbon next, Instant now) {
        ribbon = next;
        if (whole.size() != next.stages().size()) {
            rebuild(next.stages().size());
        }
        for (int i = 0; i < next.stages().size(); i++) {
            whole.get(i).show(next.stages().get(i), next, now);
            if (i > 0) {
                detail.get(i - 1).show(next.stages().get(i), next, now);
            }
        }
        nowText.setText(words.say("overview.timeline.now", "time", formats.instant(now, now)));
        String stage =
                next.stages().stream()
                        .filter(each -> each.standing() == Standing.PRESENT)
                        .findFirst()
                        .map(each -> words.name("overview.stage", each.kind()))
                        .orElse(words.say("overview.timeline.beyond"));
        setAccessibleText(
                words.say(
                        "overview.timeline.whole",
                        "from",
                        next.from(),
                        "to",
                        next.to(),
                        "view",
                        next.view(),
                        "stage",
                        stage));
        firstName.setText(words.name("overview.stage", EpochRibbon.Kind.AUCTION));
        requestLayout();
    }

    private void rebuild(int stages) {
        whole.clear();
        detail.clear();
        for (int i = 0; i < stages; i++) {
            whole.add(new StagePane(formats, false));
            if (i > 0) {
                detail.add(new StagePane(formats, true));
            }
        }
        getChildren().setAll(fan);
        getChildren().addAll(whole);
        getChildren().addAll(detail);
        getChildren().addAll(wholeNow, detailNow, tip, nowText, firstName);
    }

    @Override
    protected void layoutChildren() {
        EpochRibbon shown = ribbon;
        if (shown == null) {
            return;
        }
        double width = getWidth();
        double detailHeight = getHeight() - DETAIL_Y - TIP_HEIGHT;
        Scale all = new Scale(shown.from(), shown.to(), width);
        Scale setup = new Scale(shown.setupFrom(), shown.to(), width);
        place(whole, shown.stages(), all, NOW_HEIGHT, WHOLE_HEIGHT);
        place(
                detail,
                shown.stages().subList(1, shown.stages().size()),
                setup,
                DETAIL_Y,
                detailHeight);
        double fanTop = NOW_HEIGHT + WHOLE_HEIGHT + 2;
        fan.getPoints()
                .setAll(
                        all.x(shown.setupFrom()),
                        fanTop,
                        width,
                        fanTop,
                        width,
                        DETAIL_Y - 3,
                        0.0,
                        DETAIL_Y - 3);
        double x = all.x(shown.view());
        wholeNow.resizeRelocate(x - 1, NOW_HEIGHT - 3, 3, WHOLE_HEIGHT + 6);
        boolean inSetup = shown.view() >= shown.setupFrom();
        detailNow.setVisible(inSetup);
        tip.setVisible(inSetup);
        double setupX = setup.x(shown.view());
        detailNow.resizeRelocate(setupX - 1, DETAIL_Y - 3, 3, detailHeight + 6);
        tip.relocate(
                Math.clamp(setupX - 5.5, 0, Math.max(0, width - 12)), DETAIL_Y + detailHeight + 2);
        double textWidth = nowText.prefWidth(-1);
        double textX = Math.clamp(x - textWidth / 2, 0, Math.max(0, width - textWidth));
        nowText.resizeRelocate(textX, 0, textWidth, NOW_HEIGHT - 5);
        double nameWidth = firstName.prefWidth(-1);
        boolean nameFits = textX > nameWidth + 16;
        double nameX = nameFits ? 0 : Math.max(0, all.x(shown.setupFrom()) - nameWidth);
        firstName.resizeRelocate(nameX, 0, nameWidth, NOW_HEIGHT - 5);
        firstName.setVisible(nameFits || nameX > textX + textWidth + 16);
    }

    private static void place(
            List<StagePane> panes, List<Stage> stages, Scale scale, double y, double height) {
        for (int i = 0; i < panes.size(); i++) {
            double from = scale.x(stages.get(i).from());
            double to = scale.x(stages.get(i).to() + 1);
            double gap = i < panes.size() - 1 ? GAP : 0;
            panes.get(i).resizeRelocate(from, y, Math.max(1, to - from - gap), height);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return TALLEST;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 320;
    }

    /** Views to pixels. */
    private record Scale(long from, long to, double width) {
        double x(long view) {
            double share = (double) (view - from) / Math.max(1, to - from + 1);
            return Math.rint(Math.clamp(share, 0.0, 1.0) * width);
        }
    }
}
