package io.epochdesk.settings.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.network.RequestBudget;
import io.epochdesk.text.FaultText;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Field;
import io.epochdesk.ui.Labels;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.LinkedHashMap;
import java.util.Map;

/** One network being edited: its name and chain, its access nodes in order, its contracts. */
final class NetworkPane extends VBox {

    private final NetworkForm form;
    private final SettingsViewModel model;
    private final Words words;
    private final VBox nodes = new VBox(12);
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Button save = new Button();
    private final Button discard = new Button();
    private final Label unsaved = Labels.caption("");
    private Subscription following = Subscription.EMPTY;

    NetworkPane(NetworkForm form, SettingsViewModel model, Words words) {
        this.form = form;
        this.model = model;
        this.words = words;
        getStyleClass().addAll("epoch-card", "form");
        build();
    }

    /** Follows the form until the subscription ends. */
    Subscription follow() {
        Subscription rows = form.nodes().subscribe(this::rebuildNodes);
        rebuildNodes();
        Subscription own =
                Subscription.combine(
                        form.name().subscribe(this::check),
                        form.chain().subscribe(this::check),
                        form.budget().subscribe(this::check),
                        form.receiveCap().subscribe(this::check),
                        form.safetyThreshold().subscribe(this::check));
        Subscription contracts =
                form.contracts().values().stream()
                        .map(address -> address.subscribe(this::check))
                        .reduce(Subscription.EMPTY, Subscription::and);
        check();
        return Subscription.combine(rows, own, contracts, () -> following.unsubscribe());
    }

    private void build() {
        save.setText(words.say("settings.save"));
        save.setId("network-save");
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(_ -> model.save());
        discard.setText(words.say("settings.discard"));
        discard.setId("network-discard");
        discard.setOnAction(_ -> model.discard(form.id()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label title = Labels.title("");
        title.textProperty().bind(form.name());
        HBox top = new HBox(12, title, gap, unsaved, discard, save);
        top.setAlignment(Pos.CENTER_LEFT);

        Field name = text("network name", "settings.network.name", form.name(), "network-name");
        Field chain = text("chain ID", "settings.network.chain", form.chain(), "network-chain");
        Field cap =
                text(
                        "receive cap in MiB",
                        "settings.network.cap",
                        form.receiveCap(),
                        "network-cap");
        Field threshold =
                text(
                        "finalization safety threshold",
                        "settings.network.threshold",
                        form.safetyThreshold(),
                        "network-threshold");
        Field budget = new Field(words.say("settings.network.budget"), budgets());
        HBox basics = new HBox(12, name, chain, budget, cap, threshold);
        basics.getChildren().forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));

        Button add = new Button(words.say("settings.node.add"), new FontIcon(MaterialDesignP.PLUS));
        add.setId("node-add");
        add.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        add.setOnAction(_ -> form.addNode());
        Label order = Labels.caption(words.say("settings.nodes.order"));
        HBox nodesTop = new HBox(12, Labels.heading(words.say("settings.nodes")), order, add);
        nodesTop.setAlignment(Pos.BASELINE_LEFT);

        getChildren().addAll(top, basics, nodesTop, nodes, contracts());
    }

    private TitledPane contracts() {
        TilePane tiles = new TilePane(12, 12);
        tiles.setPrefTileWidth(240);
        tiles.getStyleClass().add("contracts");
        form.contracts()
                .forEach(
                        (contract, address) -> {
                            Field field = Field.text(contract, address, "contract-" + contract);
                            field.control().getStyleClass().add("text-mono");
                            fields.put("address of " + contract, field);
                            tiles.getChildren().add(field);
                        });
        TitledPane pane = new TitledPane(words.say("settings.contracts"), tiles);
        pane.setId("contracts");
        pane.setAnimated(false);
        pane.setExpanded(false);
        pane.getStyleClass().add(Styles.DENSE);
        return pane;
    }

    private ChoiceBox<RequestBudget> budgets() {
        ChoiceBox<RequestBudget> choice = new ChoiceBox<>();
        choice.setId("network-budget");
        choice.getItems().setAll(RequestBudget.values());
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable RequestBudget shown) {
                        return shown == null ? "" : words.name("settings.budget", shown);
                    }

                    @Override
                    public RequestBudget fromString(String text) {
                        return RequestBudget.valueOf(text);
                    }
                });
        choice.valueProperty().bindBidirectional(form.budget());
        return choice;
    }

    private Field text(String setting, String key, StringProperty text, String id) {
        Field field = Field.text(words.say(key), text, id);
        field.setPrefWidth(140);
        fields.put(setting, field);
        return field;
    }

    private void rebuildNodes() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        nodes.getChildren().clear();
        for (NodeForm node : form.nodes()) {
            NodePane pane = new NodePane(node, form, model, words);
            following = following.and(pane.follow(this::check));
            nodes.getChildren().add(pane);
        }
        check();
    }

    private void check() {
        fields.forEach(
                (setting, field) ->
                        field.check(
                                form.problem(setting)
                                        .map(fault -> FaultText.reason(words, fault))));
        boolean changed = form.isChanged() || model.isNew(form.id());
        boolean right = form.problems().isEmpty();
        save.setDisable(!changed || !right);
        discard.setDisable(!changed);
        unsaved.setText(
                !changed ? "" : words.say(right ? "settings.unsaved" : "settings.unsaved.wrong"));
    }
}
