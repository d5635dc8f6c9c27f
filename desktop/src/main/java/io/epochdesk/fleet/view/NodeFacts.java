package io.epochdesk.fleet.view;

import io.epochdesk.doctor.Runway;
import io.epochdesk.fleet.Duty;
import io.epochdesk.fleet.FleetNode;
import io.epochdesk.staking.NodeStanding;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.ShortId;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.math.BigDecimal;
import java.util.stream.Collectors;

/** The figures behind a node's row. */
final class NodeFacts extends GridPane {

    private final Words words;

    NodeFacts(Words words) {
        this.words = words;
        setId("node-facts");
        getStyleClass().add("details");
        setHgap(16);
        setVgap(4);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    void show(NodeRow row) {
        getChildren().clear();
        FleetNode node = row.node();
        line("fleet.fact.node", new ShortId(words, row.nodeId()));
        line(
                "fleet.fact.account",
                row.account().isEmpty()
                        ? text(words.say("fleet.account.none"))
                        : new ShortId(words, row.account()));
        line("fleet.fact.balance", text(balance(row)));
        Runway runway = node.examination() == null ? null : node.examination().runway();
        if (runway != null) {
            line("fleet.fact.runway", text(runway(runway)));
        }
        if (!row.used().isEmpty()) {
            line("fleet.fact.used", text(row.used()));
        }
        node.standing().ifPresent(this::standing);
        if (!node.duties().isEmpty()) {
            line("fleet.fact.duties", text(duties(node)));
        }
        if (node.own().bootstrapFolder() != null) {
            line("fleet.fact.folder", text(node.own().bootstrapFolder()));
        }
    }

    private void standing(NodeStanding standing) {
        line("fleet.fact.stake", text(Formats.flow(standing.stakeNextEpoch())));
        line("fleet.fact.address", text(standing.networkingAddress()));
    }

    private String balance(NodeRow row) {
        BigDecimal balance = row.balance();
        if (balance == null) {
            return words.say("fleet.balance.unknown");
        }
        return row.minimum() == null
                ? Formats.flow(balance)
                : words.say(
                        "fleet.balance",
                        "balance",
                        Formats.flow(balance),
                        "minimum",
                        Formats.flow(row.minimum()));
    }

    private String runway(Runway runway) {
        String transactions = words.count("fleet.runway", runway.transactionsLeft());
        return runway.epochsLeft().isEmpty()
                ? transactions
                : words.say(
                        "fleet.runway.epochs",
                        "transactions",
                        transactions,
                        "epochs",
                        Formats.decimal(
                                BigDecimal.valueOf(runway.epochsLeft().getAsDouble())
                                        .setScale(1, java.math.RoundingMode.DOWN)));
    }

    private String duties(FleetNode node) {
        return node.duties().stream().map(this::duty).collect(Collectors.joining(" · "));
    }

    private String duty(Duty duty) {
        return words.say(
                "fleet.duty",
                "deed",
                words.name("fleet.deed", duty.deed()),
                "state",
                words.name("fleet.dutyState", duty.state()));
    }

    private static Label text(String value) {
        Label label = Labels.body(value);
        label.setPadding(new Insets(0, 0, 0, 4));
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void line(String key, Node value) {
        Label name = Labels.caption(words.say(key));
        name.setLabelFor(value);
        addRow(getRowCount(), name, value);
    }
}
