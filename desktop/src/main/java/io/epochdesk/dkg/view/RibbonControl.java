package io.epochdesk.dkg.view;

import io.epochdesk.dkg.view.PhaseRibbon.Kind;
import io.epochdesk.dkg.view.PhaseRibbon.Stage;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.drawn.Box;
import io.epochdesk.ui.drawn.Brush;
import io.epochdesk.ui.drawn.DrawnControl;
import io.epochdesk.ui.drawn.Ink;
import io.epochdesk.ui.drawn.Pattern;

import javafx.geometry.HPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The course of the DKG to scale in views: what is past is filled, what is to come is empty, a
 * marker stands at the present view, and under each edge its deadline as time and view. Computed
 * deadlines are marked.
 */
final class RibbonControl extends DrawnControl {

    private static final double BAR_TOP = 20;
    private static final double BAR_HEIGHT = 26;
    private static final double LEAST = 204;

    private final Formats formats;
    private final Words words;
    private @Nullable PhaseRibbon ribbon;
    private Instant now = Instant.EPOCH;

    RibbonControl(Formats formats) {
        this.formats = formats;
        words = formats.words();
        setMinHeight(86);
        setPrefHeight(86);
        setMaxHeight(86);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(@Nullable PhaseRibbon next, Instant at) {
        ribbon = next;
        now = at;
        redraw();
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? describe()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** The ribbon in words. */
    String describe() {
        PhaseRibbon shown = ribbon;
        if (shown == null) {
            return words.say("dkg.ribbon.unknown");
        }
        StringBuilder text = new StringBuilder(words.name("dkg.course", shown.now()));
        shown.stages()
                .forEach(
                        stage ->
                                text.append(' ')
                                        .append(words.name("dkg.stage", stage.kind()))
                                        .append(": ")
                                        .append(deadline(stage))
                                        .append('.'));
        return text.toString();
    }

    @Override
    protected void paint(Brush brush, double width, double height) {
        PhaseRibbon shown = ribbon;
        if (shown == null || shown.stages().isEmpty()) {
            Box bar = new Box(0, BAR_TOP, width, BAR_HEIGHT);
            brush.stretch(bar, Pattern.UNKNOWN, Ink.UNKNOWN);
            brush.text(
                    words.say("dkg.ribbon.unknown"),
                    new Box(0, BAR_TOP + BAR_HEIGHT + 6, width, 16),
                    HPos.LEFT,
                    Ink.MUTED);
            return;
        }
        double[] edges = edges(shown.stages(), width);
        for (int i = 0; i < shown.stages().size(); i++) {
            Box box = new Box(edges[i], BAR_TOP, edges[i + 1] - edges[i], BAR_HEIGHT);
            stage(brush, shown, shown.stages().get(i), box, i == shown.stages().size() - 1);
        }
        marker(brush, shown, edges, width);
        if (isFocusVisible()) {
            brush.outline(new Box(0, 0, width, height), 3, 2, Ink.FOCUS);
        }
    }

    private void stage(Brush brush, PhaseRibbon shown, Stage stage, Box box, boolean last) {
        boolean committed = shown.now() == PhaseRibbon.Now.COMMITTED;
        boolean past = shown.view() > stage.to() || committed;
        boolean present = shown.present().filter(stage::equals).isPresent();
        brush.fill(box, Ink.TRACK);
        if (past) {
            brush.tint(box, 0, Ink.CALM, 0.35);
        } else if (present) {
            double share =
                    (double) (shown.view() - stage.from())
                            / Math.max(1, stage.to() - stage.from() + 1);
            Box done = box.part(0, Math.rint(box.width() * share));
            brush.tint(box, 0, Ink.PROGRESS, 0.14);
            brush.tint(done, 0, Ink.PROGRESS, 0.30);
        }
        brush.outline(box, 0, 1, Ink.EDGE);
        Box name = box.inset(8, 0);
        brush.text(
                words.name("dkg.stage", stage.kind()),
                name,
                HPos.LEFT,
                present ? Ink.TEXT : Ink.MUTED);
        brush.vertical(box.right() - 0.5, box.bottom(), 6, 1, Ink.EDGE);
        Box below = new Box(box.x() + 4, box.bottom() + 5, box.width() - (last ? 4 : 8), 16);
        brush.text(time(stage), below, HPos.RIGHT, present ? Ink.TEXT : Ink.MUTED);
        Box view = new Box(below.x(), below.y() + 16, below.width(), 16);
        brush.text(viewOf(shown, stage), view, HPos.RIGHT, Ink.MUTED);
    }

    private void marker(Brush brush, PhaseRibbon shown, double[] edges, double width) {
        if (shown.now() == PhaseRibbon.Now.COMMITTED) {
            return;
        }
        double x = position(shown, edges);
        brush.vertical(x, BAR_TOP - 4, BAR_HEIGHT + 8, 2, Ink.TEXT);
        brush.polygon(Ink.TEXT, x - 5, BAR_TOP - 8, x + 5, BAR_TOP - 8, x, BAR_TOP - 1);
        String text = words.say("dkg.ribbon.now", "time", formats.instant(now, now));
        double room = brush.widthOf(text);
        boolean left = x + 10 + room > width;
        Box label = left ? new Box(x - 10 - room, 0, room, 14) : new Box(x + 10, 0, room, 14);
        brush.text(text, label, left ? HPos.RIGHT : HPos.LEFT, Ink.TEXT);
    }

    private static double position(PhaseRibbon shown, double[] edges) {
        List<Stage> stages = shown.stages();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            if (shown.view() <= stage.to()) {
                double share =
                        (double) Math.max(0, shown.view() - stage.from())
                                / Math.max(1, stage.to() - stage.from() + 1);
                return Math.max(1, edges[i] + share * (edges[i + 1] - edges[i]));
            }
        }
        return edges[edges.length - 1] - 1;
    }

    /** To scale, but no stage narrower than its name. */
    private static double[] edges(List<Stage> stages, double width) {
        double least = Math.min(LEAST, width / stages.size());
        double spare = width - least * stages.size();
        double views =
                stages.stream().mapToDouble(stage -> (double) stage.to() - stage.from() + 1).sum();
        double[] edges = new double[stages.size() + 1];
        double wanted = 0;
        for (Stage stage : stages) {
            wanted += Math.max(0, width * length(stage) / views - least);
        }
        for (int i = 0; i < stages.size(); i++) {
            double extra = Math.max(0, width * length(stages.get(i)) / views - least);
            edges[i + 1] = Math.rint(edges[i] + least + (wanted == 0 ? 0 : spare * extra / wanted));
        }
        edges[stages.size()] = width;
        return edges;
    }

    private static double length(Stage stage) {
        return (double) stage.to() - stage.from() + 1;
    }

    private String time(Stage stage) {
        Instant eta = stage.eta();
        return eta == null ? words.say("dkg.ribbon.noTime") : formats.instant(eta, now);
    }

    private String viewOf(PhaseRibbon shown, Stage stage) {
        boolean computed =
                shown.origin() == DkgDeadlines.Origin.COMPUTED && stage.kind() != Kind.SUBMISSION;
        return words.say(computed ? "dkg.ribbon.computed" : "dkg.ribbon.view", "view", stage.to());
    }

    private String deadline(Stage stage) {
        Instant eta = stage.eta();
        return eta == null
                ? words.say("dkg.ribbon.view", "view", stage.to())
                : words.say(
                        eta.isAfter(now) ? "dkg.ribbon.in" : "dkg.ribbon.ago",
                        "view",
                        stage.to(),
                        "distance",
                        Formats.duration(Duration.between(now, eta)));
    }
}
