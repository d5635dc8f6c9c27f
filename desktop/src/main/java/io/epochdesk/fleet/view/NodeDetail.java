package io.epochdesk.fleet.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.doctor.Verdict;
import io.epochdesk.history.Observations.Balance;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.time.Instant;
import java.util.List;

/** A node in full: its name, what the doctor found, its figures, its balance over time. */
final class NodeDetail extends HBox {

    private final NodesViewModel model;
    private final Words words;
    private final Label name = Labels.heading("");
    private final TextField newName = new TextField();
    private final ToneMark verdict = new ToneMark();
    private final Button rename = new Button();
    private final Button remove = new Button();
    private final FindingsList findings;
    private final NodeFacts facts;
    private final BalancePlot plot;
    private @Nullable String editing;

    /**
     * An empty detail.
     *
     * @param removing asks before the node is removed
     */
    NodeDetail(NodesViewModel model, Formats formats, FlowPort flows, Runnable removing) {
        this.model = model;
        words = formats.words();
        findings = new FindingsList(formats, flows);
        facts = new NodeFacts(words);
        plot = new BalancePlot(formats);
        setId("node-detail");
        setSpacing(24);
        build(removing);
    }

    private void build(Runnable removing) {
        name.setId("node-name");
        newName.setId("node-new-name");
        newName.setVisible(false);
        newName.managedProperty().bind(newName.visibleProperty());
        newName.setAccessibleText(words.say("fleet.add.name"));
        name.managedProperty().bind(name.visibleProperty());
        name.visibleProperty().bind(newName.visibleProperty().not());
        newName.setOnAction(
                _ -> {
                    model.rename(newName.getText());
                    leave();
                });
        newName.setOnKeyPressed(
                key -> {
                    if (key.getCode() == javafx.scene.input.KeyCode.ESCAPE) {
                        leave();
                        key.consume();
                    }
                });
        newName.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                leave();
                            }
                        });
        flat(rename, "node-rename", "fleet.rename", new FontIcon(MaterialDesignP.PENCIL_OUTLINE));
        rename.setOnAction(_ -> edit());
        flat(remove, "node-remove", "fleet.remove", new FontIcon(MaterialDesignD.DELETE_OUTLINE));
        remove.setOnAction(_ -> removing.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        HBox top = new HBox(12, name, newName, verdict, gap, rename, remove);
        top.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(findings);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("findings-scroll");
        scroll.setId("findings-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(12, top, scroll);
        VBox right = new VBox(12, facts, plotTop(), plot);
        VBox.setVgrow(plot, Priority.ALWAYS);
        plot.setId("balance-plot");
        right.setMinWidth(400);
        right.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setMinWidth(420);
        left.setMaxWidth(960);
        left.prefWidthProperty().bind(widthProperty().multiply(0.55));
        right.prefWidthProperty().bind(widthProperty().multiply(0.42));
        getChildren().addAll(left, right);
    }

    private HBox plotTop() {
        Label title = Labels.caption(words.say("fleet.plot"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(title, gap);
        top.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup spans = new ToggleGroup();
        NodesViewModel.Span[] all = NodesViewModel.Span.values();
        for (int i = 0; i < all.length; i++) {
            NodesViewModel.Span span = all[i];
            ToggleButton button = new ToggleButton(words.name("fleet.span", span));
            button.setToggleGroup(spans);
            button.setId("span-" + span);
            button.getStyleClass()
                    .addAll(
                            Styles.SMALL,
                            i == 0
                                    ? Styles.LEFT_PILL
                                    : i == all.length - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setSelected(span == model.spanProperty().get());
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        model.spanProperty().set(span);
                    });
            top.getChildren().add(button);
        }
        return top;
    }

    private void flat(Button button, String id, String key, FontIcon icon) {
        button.setId(id);
        button.setText(words.say(key));
        button.setGraphic(icon);
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    /** Shows a node at a moment; nothing when there is none. */
    void show(@Nullable NodeRow row, Instant now) {
        setVisible(row != null);
        if (row == null) {
            return;
        }
        if (!row.nodeId().equals(editing)) {
            leave();
        }
        name.setText(row.label());
        verdict.show(tone(row.verdict()), words.name("fleet.verdict", row.verdict()));
        findings.show(row.node(), now);
        facts.show(row);
        plot(model.balancesProperty().get(), row, now);
    }

    /** Shows these balances of the node shown. */
    void plot(List<Balance> balances, @Nullable NodeRow row, Instant now) {
        plot.show(balances, row == null ? null : row.minimum(), model.plotFrom(), now);
    }

    private void edit() {
        editing = model.selectedProperty().get();
        newName.setText(name.getText());
        newName.setVisible(true);
        newName.requestFocus();
        newName.selectAll();
    }

    private void leave() {
        editing = null;
        newName.setVisible(false);
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case FIT -> Tone.SUCCESS;
            case AT_RISK -> Tone.ATTENTION;
            case UNFIT -> Tone.DANGER;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }
}
