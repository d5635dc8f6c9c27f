package io.epochdesk.registration.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.guide.view.Explained;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.registration.Evidence;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.FlowRecord.Result;
import io.epochdesk.registration.Proof;
import io.epochdesk.registration.Values;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.PathField;
import io.epochdesk.ui.ShortId;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Map;
import java.util.function.Consumer;

/** The receipt: what is on the chain now, the file for the node, and what to do next. */
final class ProofPane {

    private final FlowViewModel model;
    private final Proof proof;
    private final Explained explained;
    private final FlowTexts flow;
    private final Words words;

    private ProofPane(FlowViewModel model, Proof proof, Explained explained) {
        this.model = model;
        this.proof = proof;
        this.explained = explained;
        flow = model.words();
        words = flow.words();
    }

    static VBox of(
            FlowViewModel model, Proof proof, Explained explained, Consumer<FlowStart> open) {
        return new ProofPane(model, proof, explained).page(open);
    }

    private VBox page(Consumer<FlowStart> open) {
        ToneMark headline = new ToneMark();
        headline.setId("proof-headline");
        headline.getStyleClass().add("strong");
        headline.setWrapText(true);
        headline.setMinHeight(Region.USE_PREF_SIZE);
        headline.show(
                proof.isComplete() ? Tone.SUCCESS : Tone.ATTENTION,
                words.say(proof.isComplete() ? "flows.proof.complete" : "flows.proof.partly"));
        VBox page = Pages.page(headline);
        boolean hasAccount = model.record().results().containsKey(Result.MACHINE_ACCOUNT);
        if (hasAccount) {
            page.getChildren().addAll(next(open), file());
        }
        page.getChildren()
                .add(Pages.section(words.say("flows.proof.seen"), items(), transactions()));
        page.getChildren().add(save());
        return page;
    }

    private Node items() {
        VBox list = new VBox(2);
        for (Proof.Item item : proof.items()) {
            ToneMark sign = new ToneMark();
            sign.show(item.shown() ? Tone.SUCCESS : Tone.ATTENTION, "");
            sign.setAccessibleText(
                    words.say(item.shown() ? "flows.proof.shown" : "flows.proof.notShown"));
            Label what = Pages.body(flow.flows().sentence(item));
            HBox top = new HBox(10, sign, what);
            VBox row = new VBox(2, top);
            row.getStyleClass().add("flow-check");
            for (Evidence evidence : item.evidence()) {
                VBox line = new VBox(Pages.caption(flow.evidence(evidence)));
                line.getStyleClass().add("flow-indented");
                row.getChildren().add(line);
            }
            list.getChildren().add(row);
        }
        return list;
    }

    private Node transactions() {
        VBox rows = new VBox(4);
        for (Map.Entry<String, Long> each : proof.transactions().entrySet()) {
            ShortId id = new ShortId(words);
            id.show(each.getKey());
            HBox row =
                    new HBox(
                            8,
                            Pages.caption(words.say("flows.known.transaction")),
                            id,
                            Pages.caption(
                                    words.say(
                                            "flows.proof.height",
                                            "height",
                                            Formats.number(each.getValue()))));
            row.setAlignment(Pos.CENTER_LEFT);
            rows.getChildren().add(row);
        }
        return rows;
    }

    private Node next(Consumer<FlowStart> open) {
        Button fund = new Button(words.say("flows.proof.fund"));
        fund.setId("proof-fund");
        fund.setOnAction(
                _ ->
                        open.accept(
                                new FlowStart(
                                        FlowKind.FUND,
                                        Map.of(
                                                Field.ACCOUNT,
                                                model.flow().values().text(Field.ACCOUNT),
                                                Field.SIGNING_KEYS,
                                                model.flow().values().text(Field.SIGNING_KEYS),
                                                Field.RECIPIENT,
                                                model.record()
                                                        .results()
                                                        .getOrDefault(
                                                                Result.MACHINE_ACCOUNT, "")))));
        return Pages.section(
                words.say("flows.proof.next"),
                explained.sentence(words.say("flows.proof.fund.why"), "text-body"),
                fund);
    }

    private Node file() {
        PathField folder =
                new PathField(
                        PathField.Kind.FOLDER, "proof-folder", words.say("flows.folder"), words);
        model.folder().ifPresent(folder::show);
        HBox row =
                Pages.path(
                        folder,
                        "proof-write",
                        words.say("flows.proof.file.act"),
                        path -> {
                            Values values = model.flow().values();
                            model.write(
                                    InfoFile.fromFolder(
                                            path,
                                            values.text(Field.NODE_ID),
                                            HashAlgorithm.valueOf(values.text(Field.KEY_HASH))));
                        });
        String written = model.record().results().getOrDefault(Result.INFO_FILE, "");
        VBox section =
                Pages.section(
                        words.say("flows.proof.file"),
                        explained.sentence(words.say("flows.proof.file.why"), "text-body"),
                        row);
        if (!written.isEmpty()) {
            ToneMark done =
                    new ToneMark(Tone.SUCCESS, words.say("flows.proof.file.done", "file", written));
            done.setId("proof-written");
            done.setWrapText(true);
            section.getChildren().add(done);
        }
        return section;
    }

    private Node save() {
        PathField to =
                new PathField(
                        PathField.Kind.SAVE, "proof-save", words.say("flows.proof.save"), words);
        to.show(model.tools().home().resolve(Receipt.name(model.record()) + ".txt"));
        Label saved = Pages.caption("");
        saved.setId("proof-saved");
        HBox row =
                Pages.path(
                        to,
                        "proof-save-act",
                        words.say("flows.proof.save.act"),
                        path ->
                                model.offline(
                                        () ->
                                                Receipt.save(
                                                        model.words(),
                                                        model.tools().network(),
                                                        model.record(),
                                                        proof,
                                                        path),
                                        files ->
                                                saved.setText(
                                                        words.say(
                                                                "flows.proof.saved",
                                                                "text",
                                                                files.getFirst(),
                                                                "json",
                                                                files.getLast()))));
        Button again = new Button(words.say("flows.proof.again"));
        again.setId("proof-again");
        again.getStyleClass().add(Styles.SMALL);
        again.setOnAction(_ -> model.proveAgain());
        return Pages.section(
                words.say("flows.proof.save"),
                explained.sentence(words.say("flows.proof.save.why"), "text-caption"),
                row,
                saved,
                again);
    }
}
