package io.epochdesk.registration.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.guide.view.Explained;
import io.epochdesk.registration.Argument;
import io.epochdesk.registration.DryRunOutcome;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.Review;
import io.epochdesk.registration.Step;
import io.epochdesk.registration.Values;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Copying;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Tone;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is about to be signed, as a contract: between whom, what is done, what it costs at most,
 * what is there afterwards, and the whole text.
 */
final class ReviewPane {

    private final FlowViewModel model;
    private final Review review;
    private final Explained explained;
    private final FlowTexts flow;
    private final Words words;
    private final ArgumentWords arguments;

    private ReviewPane(FlowViewModel model, Review review, Explained explained) {
        this.model = model;
        this.review = review;
        this.explained = explained;
        flow = model.words();
        words = flow.words();
        arguments = new ArgumentWords(words);
    }

    static VBox of(FlowViewModel model, Review review, Explained explained) {
        return new ReviewPane(model, review, explained).page();
    }

    private VBox page() {
        VBox page =
                Pages.page(
                        clause(1, "parties", parties()),
                        clause(2, "act", act()),
                        clause(3, "values", values()),
                        clause(4, "cost", cost()),
                        clause(5, "after", after()),
                        clause(6, "dryRun", dryRun()),
                        clause(7, "text", text()));
        page.getStyleClass().add("flow-contract");
        return page;
    }

    private VBox clause(int number, String key, Node... parts) {
        return Pages.section(
                words.say(
                        "flows.review.clause",
                        "number",
                        number,
                        "title",
                        words.say("flows.review." + key)),
                parts);
    }

    private Node parties() {
        String keys =
                review.keys().stream()
                        .map(index -> Integer.toString(index))
                        .collect(Collectors.joining(", "));
        return explained.sentence(
                words.count(
                        "flows.review.parties",
                        review.keys().size(),
                        "account",
                        review.signer().toString(),
                        "keys",
                        keys,
                        "network",
                        review.network(),
                        "chain",
                        review.chain().value()),
                "text-body");
    }

    private Node act() {
        Values values = model.flow().values();
        FlowKind kind = model.kind();
        boolean revoking = model.flow().step() == Step.REVIEW_REVOKING;
        String key = revoking ? "flows.deed.REVOKE" : "flows.deed." + kind.name();
        return explained.sentence(
                words.sayFacts(
                        key,
                        java.util.Map.of(
                                "node", Formats.shortId(values.text(Field.NODE_ID)),
                                "role", values.text(Field.ROLE),
                                "address", values.text(Field.NETWORKING_ADDRESS),
                                "stake", flow.value(Field.STAKE, values.text(Field.STAKE)),
                                "amount", flow.value(Field.AMOUNT, values.text(Field.AMOUNT)),
                                "recipient", values.text(Field.RECIPIENT),
                                "account", review.signer().toString(),
                                "index", values.text(Field.OLD_KEY_INDEX))),
                "text-body");
    }

    private Node values() {
        if (review.arguments().isEmpty()) {
            return Pages.body(words.say("flows.review.values.none"));
        }
        List<Node> rows = new ArrayList<>();
        for (Argument argument : review.arguments()) {
            Label name = Pages.caption(flow.meaning(argument));
            Label value = Pages.body(arguments.value(argument));
            Label raw = Labels.mono(argument.name() + ": " + argument.json());
            raw.setWrapText(true);
            raw.setMinHeight(Region.USE_PREF_SIZE);
            raw.getStyleClass().add("flow-raw");
            VBox row = new VBox(2, name, value, raw);
            row.getStyleClass().add("flow-argument");
            rows.add(row);
        }
        return new VBox(8, rows.toArray(Node[]::new));
    }

    private Node cost() {
        return explained.sentence(
                words.say(
                        "flows.review.most",
                        "most",
                        Formats.flow(review.most()),
                        "spent",
                        Formats.flow(review.spent()),
                        "fee",
                        Formats.flow(review.fee()),
                        "account",
                        review.signer().toString()),
                "text-body");
    }

    private Node after() {
        boolean revoking = model.flow().step() == Step.REVIEW_REVOKING;
        return explained.sentence(
                revoking ? words.say("flows.after.REVOKE") : flow.flows().afterwards(model.kind()),
                "text-body");
    }

    private Node dryRun() {
        DryRunOutcome outcome = review.dryRun();
        Tone tone =
                switch (outcome.kind()) {
                    case PASSED, PASSED_UP_TO_THE_ACCOUNT -> Tone.SUCCESS;
                    case REFUSED -> Tone.DANGER;
                    case CANNOT_BE_SIMULATED -> Tone.UNKNOWN;
                };
        VBox told = new VBox(4, explained.sentence(flow.flows().sentence(outcome), "text-body"));
        if (outcome.refusal() != null) {
            Label original = Labels.mono(outcome.refusal().line());
            original.setWrapText(true);
            original.setMinHeight(Region.USE_PREF_SIZE);
            told.getChildren()
                    .addAll(Pages.body(flow.flows().sentence(outcome.refusal())), original);
        }
        return Pages.note(tone, told);
    }

    private Node text() {
        TextArea cadence = new TextArea(review.text().source());
        cadence.setId("review-cadence");
        cadence.setAccessibleText(words.say("flows.review.whole"));
        cadence.setEditable(false);
        cadence.setPrefRowCount(14);
        cadence.getStyleClass().add("text-mono");
        Label hash = Labels.mono("SHA-256 " + review.text().sha256());
        hash.setWrapText(true);
        Button copy = new Button(words.say("flows.review.copy"));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> Copying.copy(copy, review.text().source()));
        HBox foot = new HBox(12, copy, hash);
        foot.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(hash, Priority.ALWAYS);
        TitledPane whole =
                new TitledPane(words.say("flows.review.whole"), new VBox(8, cadence, foot));
        whole.setId("review-whole");
        whole.setExpanded(true);
        whole.setAnimated(false);
        whole.getStyleClass().add(Styles.DENSE);
        return new VBox(
                8,
                explained.sentence(
                        flow.flows().standing(review.template(), review.text()), "text-body"),
                whole);
    }
}
