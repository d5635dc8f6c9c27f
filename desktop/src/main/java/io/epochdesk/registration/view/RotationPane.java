package io.epochdesk.registration.view;

import io.epochdesk.guide.view.Explained;
import io.epochdesk.keys.view.ConfirmationPane;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.FlowRecord.Result;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.PathField;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.WhileShown;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.nio.file.Path;

/**
 * The steps of a rotation between its two transactions: the file for the node, and its first use.
 */
final class RotationPane {

    private RotationPane() {}

    /**
     * Writes the new key's file into the node's folder; the key may be in the vault or elsewhere.
     */
    static VBox file(FlowViewModel model, FxClock clock, Explained explained) {
        Words words = model.words().words();
        String node = model.flow().values().text(Field.NODE_ID);
        PathField folder =
                new PathField(
                        PathField.Kind.FOLDER, "rotation-folder", words.say("flows.folder"), words);
        model.folder().ifPresent(folder::show);
        ConfirmationPane vault =
                model.tools()
                        .vault(
                                clock,
                                words.say("flows.file.vault.why"),
                                words.say("flows.file.vault.act"),
                                open ->
                                        folder.path()
                                                .ifPresent(
                                                        path ->
                                                                model.write(
                                                                        InfoFile.fromVault(
                                                                                open, path,
                                                                                node))));
        PathField written =
                new PathField(
                        PathField.Kind.OPEN,
                        "rotation-written",
                        words.say("flows.file.elsewhere"),
                        words);
        Button there = new Button(words.say("flows.file.elsewhere.act"));
        there.setId("rotation-elsewhere");
        there.disableProperty().bind(written.text().textProperty().map(String::isBlank));
        there.setOnAction(
                _ -> written.path().ifPresent((Path path) -> model.write((_, _, _) -> path)));
        return Pages.page(
                explained.sentence(
                        words.say(
                                "flows.file.why",
                                "index",
                                model.record().results().getOrDefault(Result.KEY_INDEX, "?")),
                        "text-body"),
                Pages.section(
                        words.say("flows.file.vault"),
                        Pages.caption(words.say("flows.folder")),
                        folder,
                        vault),
                Pages.section(
                        words.say("flows.file.elsewhere"),
                        explained.sentence(words.say("flows.file.elsewhere.why"), "text-caption"),
                        written,
                        there));
    }

    /** Waits for the node to use its new key. */
    static VBox inUse(FlowViewModel model, Explained explained) {
        Words words = model.words().words();
        HBox none =
                Pages.note(
                        Tone.PROGRESS,
                        explained.sentence(words.say("flows.use.notYet"), "text-body"));
        none.managedProperty().bind(none.visibleProperty());
        Button anyway = new Button(words.say("flows.use.anyway"));
        anyway.setId("rotation-anyway");
        anyway.setOnAction(_ -> model.revokeWithoutWaiting());
        VBox page =
                Pages.page(
                        explained.sentence(
                                words.say(
                                        "flows.use.why",
                                        "file",
                                        model.record()
                                                .results()
                                                .getOrDefault(Result.INFO_FILE, "?")),
                                "text-body"),
                        none,
                        Pages.section(
                                words.say("flows.use.anyway.title"),
                                explained.sentence(
                                        words.say("flows.use.anyway.why"), "text-caption"),
                                anyway));
        WhileShown.of(page, () -> model.unusedProperty().subscribe(none::setVisible));
        return page;
    }
}
