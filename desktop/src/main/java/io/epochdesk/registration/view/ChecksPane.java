package io.epochdesk.registration.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.registration.Check;
import io.epochdesk.registration.Evidence;
import io.epochdesk.registration.Finding;
import io.epochdesk.registration.Preflight;
import io.epochdesk.registration.Verdict;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.Comparator;
import java.util.Locale;

/** Every check with what it rests on: what stops first, then what asks, then what is well. */
final class ChecksPane {

    private final FlowViewModel model;
    private final FlowTexts flow;
    private final Words words;

    private ChecksPane(FlowViewModel model) {
        this.model = model;
        flow = model.words();
        words = flow.words();
    }

    static VBox of(FlowViewModel model, Preflight preflight) {
        return new ChecksPane(model).page(preflight);
    }

    private VBox page(Preflight preflight) {
        VBox list = new VBox(2);
        preflight.findings().stream()
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .forEach(finding -> list.getChildren().add(row(finding)));
        Label read =
                Pages.caption(
                        words.say(
                                "flows.checks.read",
                                "height",
                                preflight.provenance().height(),
                                "node",
                                preflight.provenance().source()));
        return Pages.page(headline(preflight), list, read);
    }

    private ToneMark headline(Preflight preflight) {
        int unfit = preflight.unfit().size();
        int risks = preflight.atRisk().size();
        ToneMark headline = new ToneMark();
        headline.setId("checks-headline");
        headline.getStyleClass().add("strong");
        headline.setWrapText(true);
        headline.setMinHeight(Region.USE_PREF_SIZE);
        switch (preflight.verdict()) {
            case FIT -> headline.show(Tone.SUCCESS, words.say("flows.checks.fit"));
            case AT_RISK -> headline.show(Tone.ATTENTION, words.count("flows.checks.risk", risks));
            case UNFIT -> headline.show(Tone.DANGER, words.count("flows.checks.unfit", unfit));
        }
        return headline;
    }

    private VBox row(Finding finding) {
        ToneMark sign = new ToneMark();
        sign.show(tone(finding.verdict()), "");
        sign.setAccessibleText(flow.flows().name(finding.verdict()));
        Label sentence = Pages.body(flow.finding(finding));
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        VBox evidence = evidence(finding);
        HBox top = new HBox(10, sign, sentence);
        if (!finding.evidence().isEmpty()) {
            top.getChildren().add(shower(evidence, sentence.getText()));
        }
        top.setAlignment(Pos.TOP_LEFT);
        VBox row = new VBox(4, top);
        row.setId("check-" + finding.check().name().toLowerCase(Locale.ROOT));
        row.getStyleClass().add("flow-check");
        if (finding.verdict() != Verdict.FIT) {
            tone(finding.verdict()).on(row);
            row.getStyleClass().add("flow-check-open");
            row.getChildren().add(indented(Pages.caption(flow.advice(finding.check()))));
        }
        if (finding.verdict() == Verdict.AT_RISK) {
            row.getChildren().add(indented(agreement(finding.check())));
        }
        row.getChildren().add(evidence);
        return row;
    }

    private CheckBox agreement(Check check) {
        CheckBox agree = new CheckBox(words.say("flows.checks.agree"));
        agree.setId("agree-" + check.name().toLowerCase(Locale.ROOT));
        agree.setSelected(model.acceptedProperty().get().contains(check));
        agree.selectedProperty().subscribe((_, agreed) -> model.accept(check, agreed));
        return agree;
    }

    private VBox evidence(Finding finding) {
        VBox lines = new VBox(2);
        for (Evidence evidence : finding.evidence()) {
            lines.getChildren().add(Pages.caption(flow.evidence(evidence)));
        }
        VBox shown = indented(lines);
        shown.setVisible(false);
        shown.managedProperty().bind(shown.visibleProperty());
        return shown;
    }

    private ToggleButton shower(VBox evidence, String sentence) {
        ToggleButton shower = new ToggleButton("", new FontIcon(MaterialDesignC.CHEVRON_DOWN));
        shower.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "flow-evidence-shower");
        shower.setAccessibleText(words.say("flows.checks.evidence") + ": " + sentence);
        shower.setTooltip(new Tooltip(words.say("flows.checks.evidence")));
        evidence.visibleProperty().bind(shower.selectedProperty());
        return shower;
    }

    private static VBox indented(javafx.scene.Node node) {
        VBox box = new VBox(node);
        box.getStyleClass().add("flow-indented");
        return box;
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case FIT -> Tone.SUCCESS;
            case AT_RISK -> Tone.ATTENTION;
            case UNFIT -> Tone.DANGER;
        };
    }

    /** How the transaction ended that was sent before, where it did not succeed. */
    static HBox ended(io.epochdesk.registration.Ending ending, FlowTexts flow) {
        Label what = Pages.body(flow.flows().sentence(ending));
        what.getStyleClass().add("strong");
        VBox box = new VBox(6, what);
        if (ending.refusal() != null) {
            box.getChildren().add(Pages.body(flow.flows().sentence(ending.refusal())));
            Label original = Labels.mono(ending.refusal().line());
            original.setWrapText(true);
            original.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(original);
        }
        HBox note = Pages.note(Tone.DANGER, box);
        note.setId("flow-ended");
        return note;
    }
}
