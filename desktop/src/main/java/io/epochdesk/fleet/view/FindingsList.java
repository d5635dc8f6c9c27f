package io.epochdesk.fleet.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.doctor.Examination;
import io.epochdesk.doctor.Finding;
import io.epochdesk.doctor.Remedy;
import io.epochdesk.doctor.Severity;
import io.epochdesk.doctor.words.FindingText;
import io.epochdesk.fleet.FleetNode;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the doctor found of a node as a checklist, the gravest first: what, what it rests on, what
 * comes of it, and what to do, with a button where the console can do it.
 */
final class FindingsList extends VBox {

    private final Formats formats;
    private final Words words;
    private final FlowPort flows;
    private @Nullable FleetNode shown;
    private List<FindingText> saying = List.of();

    FindingsList(Formats formats, FlowPort flows) {
        super(12);
        this.formats = formats;
        this.flows = flows;
        words = formats.words();
        setId("findings");
    }

    /** Shows what was found of a node; lines that say the same stay what they are. */
    void show(FleetNode node, Instant now) {
        Examination examination = node.examination();
        List<Finding> findings = examination == null ? List.of() : examination.findings();
        List<FindingText> texts =
                findings.stream().map(each -> FindingText.of(formats, each, now)).toList();
        boolean sameNode = shown != null && shown.nodeId().equals(node.nodeId());
        shown = node;
        if (sameNode && texts.equals(saying) && !getChildren().isEmpty()) {
            return;
        }
        saying = texts;
        List<Node> lines = new ArrayList<>();
        if (examination == null) {
            lines.add(new ToneMark(Tone.UNKNOWN, words.say("fleet.reason.notExamined")));
        } else if (findings.isEmpty()) {
            lines.add(new ToneMark(Tone.SUCCESS, words.say("fleet.findings.none")));
        }
        for (int i = 0; i < findings.size(); i++) {
            lines.add(line(node, findings.get(i), texts.get(i)));
        }
        getChildren().setAll(lines);
    }

    private Node line(FleetNode node, Finding finding, FindingText text) {
        Tone tone = tone(finding.severity());
        FontIcon icon = new FontIcon(tone.icon());
        icon.getStyleClass().add("tone-icon");
        Label sentence = Labels.body(text.sentence());
        sentence.getStyleClass().add("strong");
        Label code = Labels.mono(text.code());
        code.getStyleClass().add("muted");
        code.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, sentence, code);
        head.setAlignment(Pos.BASELINE_LEFT);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        VBox said = new VBox(2, head, muted(text.consequence()));
        text.evidence().forEach(each -> said.getChildren().add(evidence(each)));
        for (int i = 0; i < text.steps().size(); i++) {
            said.getChildren()
                    .add(step(node, finding.remedies().get(i), text.steps().get(i).sentence()));
        }
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox line = new HBox(12, icon, said);
        line.getStyleClass().add("finding");
        tone.on(line);
        return line;
    }

    private Node step(FleetNode node, Remedy remedy, String sentence) {
        Label what = Labels.body(sentence);
        what.setMinHeight(Region.USE_PREF_SIZE);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox step = new HBox(12, what);
        step.setAlignment(Pos.CENTER_LEFT);
        step.getStyleClass().add("finding-step");
        if (flows.can(remedy)) {
            Button act = new Button(words.say("fleet.remedy." + kind(remedy)));
            act.getStyleClass().addAll(Styles.SMALL, "remedy");
            act.setMinWidth(Region.USE_PREF_SIZE);
            act.setOnAction(_ -> flows.openFlow(remedy, node));
            step.getChildren().add(act);
        }
        return step;
    }

    /** The remedy's name in the bundle: its class, beginning with a small letter. */
    private static String kind(Remedy remedy) {
        String name = remedy.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Label muted(String text) {
        Label label = Labels.body(text);
        label.getStyleClass().add("muted");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label evidence(String text) {
        Label label = Labels.caption(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case FAULT -> Tone.DANGER;
            case RISK -> Tone.ATTENTION;
            case UNKNOWN -> Tone.UNKNOWN;
            case NOTE -> Tone.CALM;
        };
    }
}
