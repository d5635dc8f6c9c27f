package io.epochdesk.dkg.view;

import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.Disqualification;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.ShortId;

import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import java.util.function.IntConsumer;

/** What the review says of one node, with the way to the message that shows it. */
final class NodeDetails extends GridPane {

    private final Words words;
    private final JudgementWords judged;
    private final IntConsumer showMessage;

    /**
     * Details of nobody.
     *
     * @param showMessage brings the message at a place of the board into view
     */
    NodeDetails(Words words, IntConsumer showMessage) {
        this.words = words;
        this.judged = new JudgementWords(words);
        this.showMessage = showMessage;
        setId("node-details");
        getStyleClass().add("details");
        setHgap(16);
        setVgap(2);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(72);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
        managedProperty().bind(visibleProperty());
        show(null);
    }

    void show(@Nullable NodeRow row) {
        getChildren().clear();
        setVisible(row != null);
        if (row == null) {
            return;
        }
        HBox node =
                new HBox(8, text(String.valueOf(row.index())), new ShortId(words, row.nodeId()));
        line("dkg.details.node", node);
        line("dkg.details.dealer", dealer(row));
        line("dkg.details.result", text(judged.submission(row)));
    }

    private Node dealer(NodeRow row) {
        Label standing = text(judged.standing(row));
        DealerJudgement dealer = row.judged();
        Disqualification why = dealer == null ? null : dealer.disqualification();
        if (why == null || why.evidence() < 0) {
            return standing;
        }
        Hyperlink evidence =
                new Hyperlink(words.say("dkg.details.evidence", "message", why.evidence()));
        evidence.setId("node-evidence");
        evidence.setPadding(new Insets(0));
        evidence.setMinWidth(USE_PREF_SIZE);
        evidence.setOnAction(_ -> showMessage.accept(why.evidence()));
        HBox both = new HBox(8, standing, evidence);
        HBox.setHgrow(standing, Priority.SOMETIMES);
        return both;
    }

    private static Label text(String words) {
        Label label = Labels.body(words);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void line(String key, Node value) {
        int row = getRowCount();
        Label name = Labels.caption(words.say(key));
        GridPane.setValignment(name, VPos.BASELINE);
        name.setLabelFor(value);
        addRow(row, name, value);
    }
}
