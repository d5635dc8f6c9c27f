package io.epochdesk.keys.view;

import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.OfferedKey;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Field;
import io.epochdesk.ui.PathField;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Which bootstrap folder, what it has, and what of it shall come into the vault. In a rehearsal the
 * folders are those of nodes to practise with.
 */
final class FolderForm {

    private final KeysViewModel model;
    private final Words words;
    private final PathField folder;
    private final ToggleGroup practised = new ToggleGroup();
    private final StackPane root = new StackPane();
    private final ReadOnlyStringWrapper actName = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private @Nullable FindingsPane found;

    FolderForm(KeysViewModel model, Words words) {
        this.model = model;
        this.words = words;
        folder =
                new PathField(
                        PathField.Kind.FOLDER, "import-folder", words.say("vault.folder"), words);
        Practice practice = model.practice();
        root.getChildren().add(practice == null ? asking() : asking(practice));
        root.setPrefWidth(720);
        actName.bind(
                practised
                        .selectedToggleProperty()
                        .map(chosen -> chosen.getUserData() instanceof PracticeKey)
                        .orElse(false)
                        .map(
                                account ->
                                        words.say(
                                                account
                                                        ? "vault.folder.take"
                                                        : "vault.folder.look")));
        ready.bind(
                Bindings.createBooleanBinding(
                        () ->
                                practice == null
                                        ? folder.path().isPresent()
                                        : practised.getSelectedToggle() != null,
                        folder.text().textProperty(),
                        practised.selectedToggleProperty()));
    }

    ActForm form() {
        return new ActForm(
                root,
                actName.getReadOnlyProperty(),
                ready.getReadOnlyProperty(),
                folder.text()::requestFocus,
                this::run,
                this::forget);
    }

    private VBox asking() {
        return ActForm.fields(
                words.say("vault.folder.explained", "network", model.network()),
                ActForm.helped(
                        new Field(words.say("vault.folder"), folder, folder.text()),
                        words.say("vault.folder.help")));
    }

    private VBox asking(Practice practice) {
        VBox choices = new VBox(8);
        for (PracticeNode node : practice.nodes()) {
            if (node.purpose() != PracticeNode.Purpose.CLAIM) {
                choices.getChildren()
                        .add(
                                choice(
                                        node,
                                        id(node),
                                        words.say(
                                                "vault.practice." + sentence(node.purpose()),
                                                "role",
                                                node.roleName())));
            }
        }
        for (PracticeKey key : practice.keys()) {
            choices.getChildren()
                    .add(
                            choice(
                                    key,
                                    key.name(),
                                    words.say(
                                            "vault.practice.account",
                                            "name",
                                            key.name(),
                                            "address",
                                            "0x" + key.address())));
        }
        practised.selectToggle(practised.getToggles().getFirst());
        return ActForm.fields(words.say("vault.practice.explained"), choices);
    }

    private static String id(PracticeNode node) {
        return switch (node.purpose()) {
            case OWN -> "own";
            case REGISTER -> node.roleName();
            case MACHINE_ACCOUNT, CLAIM -> "registered-" + node.roleName();
        };
    }

    private static String sentence(PracticeNode.Purpose purpose) {
        return switch (purpose) {
            case OWN -> "own";
            case REGISTER -> "node";
            case MACHINE_ACCOUNT, CLAIM -> "registered";
        };
    }

    private RadioButton choice(Object what, String id, String said) {
        RadioButton choice = new RadioButton(said);
        choice.setId("practice-" + id);
        choice.setUserData(what);
        choice.setToggleGroup(practised);
        return choice;
    }

    private void run(ActForm.End end) {
        FindingsPane shown = found;
        if (shown != null) {
            take(shown.wanted(), end);
        } else if (practised.getSelectedToggle() != null
                && practised.getSelectedToggle().getUserData() instanceof PracticeKey key) {
            model.act(
                    "importing the practice key",
                    () -> model.acts().takePractice(key),
                    _ -> end.done().accept(""),
                    end.failed());
        } else {
            model.act(
                    "looking through a bootstrap folder",
                    looking(),
                    findings -> {
                        show(findings);
                        end.goOn().run();
                    },
                    end.failed());
        }
    }

    private Callable<BootstrapFindings> looking() {
        if (practised.getSelectedToggle() != null
                && practised.getSelectedToggle().getUserData() instanceof PracticeNode node) {
            return () -> model.acts().look(node);
        }
        Path chosen = folder.path().orElseThrow();
        return () -> model.acts().look(chosen);
    }

    private void take(Map<OfferedKey, String> wanted, ActForm.End end) {
        model.act(
                "importing keys",
                () -> model.acts().take(wanted),
                taken -> end.done().accept(words.count("vault.imported", taken.size())),
                end.failed());
    }

    private void show(BootstrapFindings findings) {
        FindingsPane pane = new FindingsPane(findings, model, words);
        found = pane;
        root.getChildren().setAll(pane);
        ready.unbind();
        ready.bind(pane.ready());
        actName.unbind();
        actName.bind(
                pane.count().map(keys -> words.count("vault.folder.import", keys.longValue())));
    }

    private void forget() {
        FindingsPane shown = found;
        if (shown != null) {
            shown.forget();
        }
    }
}
