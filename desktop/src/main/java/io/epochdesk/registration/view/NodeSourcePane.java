package io.epochdesk.registration.view;

import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.view.Practice;
import io.epochdesk.keys.view.PracticeNode;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.PathField;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.List;

/** Fills the values in from a bootstrap folder; in a rehearsal from that of a practice node. */
final class NodeSourcePane extends VBox {

    private final FlowViewModel model;
    private final Words words;
    private final FlowPane choices = new FlowPane(8, 8);

    NodeSourcePane(FlowViewModel model) {
        super(8);
        this.model = model;
        words = model.words().words();
        Practice practice = model.tools().practice();
        if (practice == null) {
            folder();
        } else {
            practise(practice);
        }
        choices.managedProperty().bind(Bindings.isNotEmpty(choices.getChildren()));
        getChildren().add(choices);
        model.foundProperty().subscribe(this::offer);
    }

    private void folder() {
        PathField path =
                new PathField(
                        PathField.Kind.FOLDER, "flow-folder", words.say("flows.folder"), words);
        HBox.setHgrow(path, Priority.ALWAYS);
        Button look = new Button(words.say("flows.folder.look"));
        look.setId("flow-folder-look");
        look.setMinWidth(USE_PREF_SIZE);
        look.disableProperty().bind(path.text().textProperty().map(String::isBlank));
        look.setOnAction(_ -> path.path().ifPresent(this::look));
        getChildren().addAll(Pages.caption(words.say("flows.folder.why")), new HBox(8, path, look));
    }

    private void look(Path folder) {
        model.look(
                () -> {
                    try (BootstrapFindings findings = new BootstrapFolder().look(folder)) {
                        return NodeChoice.of(findings, folder);
                    }
                });
    }

    private void practise(Practice practice) {
        FlowPane nodes = new FlowPane(8, 8);
        PracticeNode.Purpose purpose =
                model.kind() == FlowKind.CREATE_MACHINE_ACCOUNT
                        ? PracticeNode.Purpose.MACHINE_ACCOUNT
                        : PracticeNode.Purpose.REGISTER;
        for (PracticeNode node : practice.nodes()) {
            if (node.purpose() != purpose) {
                continue;
            }
            Button take = new Button(words.say("flows.folder.practice", "role", node.roleName()));
            take.setId("flow-practice-" + node.roleName());
            take.setOnAction(
                    _ ->
                            model.look(
                                    () -> {
                                        try (BootstrapFindings findings = practice.look(node)) {
                                            return NodeChoice.of(findings, practice.folderOf(node));
                                        }
                                    }));
            nodes.getChildren().add(take);
        }
        getChildren().addAll(Pages.caption(words.say("flows.folder.practice.why")), nodes);
    }

    private void offer(List<NodeChoice> nodes) {
        choices.getChildren().clear();
        for (NodeChoice node : nodes) {
            Button take =
                    new Button(
                            words.say(
                                    "flows.folder.node",
                                    "role",
                                    node.role(),
                                    "node",
                                    Formats.shortId(node.nodeId())));
            take.setId("found-" + node.nodeId());
            take.setOnAction(_ -> model.take(node));
            choices.getChildren().add(take);
        }
    }
}
