package io.epochdesk.settings.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.fault.SettingsFault;
import io.epochdesk.network.NodeCheck;
import io.epochdesk.settings.NodeDraft;
import io.epochdesk.text.FaultText;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Field;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One access node: how to reach it, and what its test found. */
final class NodePane extends VBox {

    private final NodeForm node;
    private final NetworkForm network;
    private final SettingsViewModel model;
    private final Words words;
    private final Field name;
    private final Field host;
    private final Field port;
    private final Field mode;
    private final Field networkingKey;
    private final ToneMark unauthenticated = new ToneMark();
    private final Button up = icon(MaterialDesignA.ARROW_UP);
    private final Button down = icon(MaterialDesignA.ARROW_DOWN);
    private final Button remove = icon(MaterialDesignT.TRASH_CAN_OUTLINE);
    private final Label wrong = new Label();
    private final Button test = new Button();
    private final HBox result = new HBox(12);

    NodePane(NodeForm node, NetworkForm network, SettingsViewModel model, Words words) {
        this.node = node;
        this.network = network;
        this.model = model;
        this.words = words;
        int place = network.nodes().indexOf(node);
        getStyleClass().add("node-pane");
        setId("node-" + place);
        name = Field.text(words.say("settings.node.name"), node.name(), "node-name-" + place);
        host = Field.text(words.say("settings.node.host"), node.host(), "node-host-" + place);
        port = Field.text(words.say("settings.node.port"), node.port(), "node-port-" + place);
        mode = new Field(words.say("settings.node.mode"), modes(place));
        networkingKey =
                Field.text(
                        words.say("settings.node.key"), node.networkingKey(), "node-key-" + place);
        build(place);
    }

    /** Follows the node until the subscription ends. */
    Subscription follow(Runnable changed) {
        Runnable look =
                () -> {
                    check();
                    changed.run();
                };
        Subscription following =
                Subscription.combine(
                        node.name().subscribe(look),
                        node.host().subscribe(look),
                        node.port().subscribe(look),
                        node.mode().subscribe(look),
                        node.networkingKey().subscribe(look),
                        node.test().subscribe(this::show));
        check();
        return following;
    }

    private void build(int place) {
        boolean first = place == 0;
        boolean last = place == network.nodes().size() - 1;
        label(up, "settings.node.up", first);
        label(down, "settings.node.down", last);
        label(remove, "settings.node.remove", network.nodes().size() == 1);
        up.setOnAction(_ -> network.move(node, -1));
        down.setOnAction(_ -> network.move(node, 1));
        remove.setOnAction(_ -> network.nodes().remove(node));
        remove.setId("node-remove-" + place);
        test.setText(words.say("settings.node.test"));
        test.setId("node-test-" + place);
        test.setMinWidth(Region.USE_PREF_SIZE);
        test.setOnAction(_ -> model.test(node));
        name.setPrefWidth(120);
        name.setMinWidth(84);
        name.setMaxWidth(320);
        HBox.setHgrow(name, Priority.ALWAYS);
        port.setPrefWidth(80);
        port.setMinWidth(80);
        mode.getStyleClass().add("node-mode");
        host.setPrefWidth(240);
        host.setMinWidth(190);
        HBox.setHgrow(host, Priority.ALWAYS);
        unauthenticated.show(Tone.ATTENTION, words.say("settings.node.unauthenticated"));
        unauthenticated.managedProperty().bind(unauthenticated.visibleProperty());
        networkingKey.control().getStyleClass().add("text-mono");
        networkingKey.managedProperty().bind(networkingKey.visibleProperty());
        Label number = Labels.heading(Integer.toString(place + 1));
        number.getStyleClass().add("node-number");
        number.setMinWidth(20);
        HBox order = new HBox(0, up, down, remove);
        HBox buttons = new HBox(8, order, test);
        buttons.getStyleClass().add("node-buttons");
        HBox fields = new HBox(12, number, host, port, mode, name, buttons);
        fields.setAlignment(Pos.TOP_LEFT);
        result.setAlignment(Pos.CENTER_LEFT);
        result.managedProperty().bind(result.visibleProperty());
        wrong.getStyleClass().add("form-problem");
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        getChildren().addAll(fields, wrong, networkingKey, unauthenticated, result);
    }

    private ChoiceBox<NodeDraft.Mode> modes(int place) {
        ChoiceBox<NodeDraft.Mode> choice = new ChoiceBox<>();
        choice.setId("node-mode-" + place);
        choice.getItems().setAll(SettingsViewModel.modes());
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(NodeDraft.@Nullable Mode shown) {
                        return shown == null ? "" : words.name("settings.mode", shown);
                    }

                    @Override
                    public NodeDraft.Mode fromString(String text) {
                        return NodeDraft.Mode.valueOf(text);
                    }
                });
        choice.valueProperty().bindBidirectional(node.mode());
        return choice;
    }

    private void check() {
        var problems = node.problems();
        Optional<String> badHost = problemOf(problems, "host");
        Optional<String> badPort = problemOf(problems, "port");
        host.mark(badHost.isPresent());
        port.mark(badPort.isPresent());
        networkingKey.check(problemOf(problems, "networking key"));
        wrong.setText(
                Stream.concat(
                                badHost.map(why -> named("settings.node.host", why)).stream(),
                                badPort.map(why -> named("settings.node.port", why)).stream())
                        .collect(Collectors.joining(" · ")));
        boolean pinned = node.mode().get() == NodeDraft.Mode.PINNED_TLS;
        networkingKey.setVisible(pinned);
        test.setDisable(!problems.isEmpty());
        unauthenticated.setVisible(problems.isEmpty() && !node.node().isAuthenticated());
    }

    private Optional<String> problemOf(List<SettingsFault> problems, String setting) {
        return problems.stream()
                .filter(fault -> setting.equals(fault.facts().get("setting")))
                .findFirst()
                .map(fault -> FaultText.reason(words, fault));
    }

    private String named(String key, String why) {
        return words.say("settings.node.wrong", "field", words.say(key), "why", why);
    }

    private void show(NodeTest state) {
        result.setVisible(!(state instanceof NodeTest.Untested));
        switch (state) {
            case NodeTest.Untested _ -> result.getChildren().clear();
            case NodeTest.Running _ -> {
                ProgressBar bar = new ProgressBar();
                Button cancel = new Button(words.say("settings.node.cancel"));
                cancel.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
                cancel.setId(test.getId() + "-cancel");
                cancel.setOnAction(_ -> model.cancel(node));
                result.getChildren()
                        .setAll(bar, Labels.caption(words.say("settings.node.testing")), cancel);
            }
            case NodeTest.Passed passed -> result.getChildren().setAll(passed(passed));
            case NodeTest.Failed failed -> {
                FaultText text = FaultText.of(words, failed.fault());
                Label sentence =
                        Labels.body(
                                text.sentence() + " " + text.advice() + " (" + text.code() + ")");
                HBox.setHgrow(sentence, Priority.ALWAYS);
                ToneMark mark = new ToneMark(Tone.DANGER, words.say("settings.test.failed"));
                mark.setMinWidth(Region.USE_PREF_SIZE);
                result.getChildren().setAll(mark, sentence);
            }
        }
    }

    private javafx.scene.Node[] passed(NodeTest.Passed passed) {
        NodeCheck check = passed.check();
        ToneMark mark =
                passed.chainFits()
                        ? new ToneMark(Tone.SUCCESS, words.say("settings.test.passed"))
                        : new ToneMark(Tone.DANGER, words.say("settings.test.otherChain"));
        mark.setMinWidth(Region.USE_PREF_SIZE);
        Label found =
                Labels.body(
                        words.say(
                                "settings.test.found",
                                "chain",
                                check.chain().value(),
                                "height",
                                check.sealed().height(),
                                "latency",
                                Formats.latency(check.latency()),
                                "version",
                                check.version().isEmpty()
                                        ? words.say("settings.test.noVersion")
                                        : check.version(),
                                "identity",
                                check.tlsIdentity().isEmpty()
                                        ? words.say("settings.test.noIdentity")
                                        : check.tlsIdentity()));
        HBox.setHgrow(found, Priority.ALWAYS);
        return new javafx.scene.Node[] {mark, found};
    }

    private void label(Button button, String key, boolean disabled) {
        button.setTooltip(new Tooltip(words.say(key)));
        button.setAccessibleText(words.say(key));
        button.setDisable(disabled);
    }

    private static Button icon(Ikon ikon) {
        Button button = new Button("", new FontIcon(ikon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }
}
