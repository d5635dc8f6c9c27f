package io.epochdesk.quorum.view;

import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.StakingKeys;
import io.epochdesk.quorum.VoteCheck;
import io.epochdesk.quorum.VoteChecks;
import io.epochdesk.quorum.VoteMessage;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.ShortId;

import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.function.Supplier;

/**
 * The vote of one member in full: what it voted, decoded as far as the form is known, and as
 * stored.
 */
final class VoteDetails extends GridPane {

    private final Words words;
    private final MemberColumns columns;
    private final Supplier<VoteChecks> checks;

    /**
     * Details of nobody.
     *
     * @param checks what the checks found, and where the staking keys come from at the moment
     */
    VoteDetails(Words words, MemberColumns columns, Supplier<VoteChecks> checks) {
        this.checks = checks;
        this.words = words;
        this.columns = columns;
        setId("vote-details");
        getStyleClass().add("details");
        setHgap(16);
        setVgap(4);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(104);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
        show(null);
    }

    void show(@Nullable MemberRow member) {
        getChildren().clear();
        if (member == null) {
            Label nothing = Labels.caption(words.say("quorum.details.none"));
            add(nothing, 0, 0, 2, 1);
            return;
        }
        line("quorum.details.node", new ShortId(words, member.nodeId()));
        ClusterVoter voter = member.voter();
        if (voter.message() == null) {
            line("quorum.details.vote", text(columns.voteInWords(member)));
            return;
        }
        line("quorum.details.vote", text(columns.voteInWords(member)));
        line(
                "quorum.details.check",
                text(columns.checkInFull(member) + keysInWords(member.check())));
        line("quorum.details.seen", text(columns.seenInWords(member)));
        decoded(voter.message());
        line("quorum.details.raw", new ShortId(words, voter.message()));
        if (voter.signature() != null) {
            line("quorum.details.signature", new ShortId(words, voter.signature()));
        }
    }

    private String keysInWords(VoteCheck check) {
        if (check == VoteCheck.UNCHECKED) {
            return checks.get().settled() ? " " + words.say("quorum.details.keys.unknown") : "";
        }
        VoteChecks.KeyOrigin origin = checks.get().keys();
        return origin.source() == StakingKeys.Source.ANNOUNCEMENT
                ? " " + words.say("quorum.details.keys.announced", "height", origin.height())
                : " " + words.say("quorum.details.keys.table");
    }

    private void decoded(String message) {
        VoteMessage decoded = VoteMessage.of(message);
        if (decoded.view() != null && decoded.rootBlockId() != null) {
            line("quorum.details.view", text(Formats.number(new BigInteger(decoded.view()))));
            line("quorum.details.block", new ShortId(words, decoded.rootBlockId()));
        } else {
            line(
                    "quorum.details.form",
                    text(
                            words.name(
                                    "quorum.details.form",
                                    decoded.form(),
                                    "bytes",
                                    decoded.bytes())));
        }
    }

    /** Plain text, in line with the IDs above and below it. */
    private static Label text(String words) {
        Label label = Labels.body(words);
        label.setPadding(new Insets(0, 0, 0, 4));
        return label;
    }

    private void line(String key, Node value) {
        int row = getRowCount();
        Label name = Labels.caption(words.say(key));
        GridPane.setHalignment(name, HPos.LEFT);
        GridPane.setValignment(name, VPos.CENTER);
        name.setLabelFor(value);
        addRow(row, name, value);
    }
}
