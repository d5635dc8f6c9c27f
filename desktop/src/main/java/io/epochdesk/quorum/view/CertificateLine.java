package io.epochdesk.quorum.view;

import io.epochdesk.quorum.CheckedCertificate;
import io.epochdesk.quorum.VoteCheck;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.ShortId;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/** A cluster's quorum certificate: whether there is one, and whether it was verified here. */
final class CertificateLine extends HBox {

    private final Words words;
    private final ToneMark state = new ToneMark();
    private final Label aggregate;
    private final ShortId signature;

    CertificateLine(Words words) {
        super(8);
        this.words = words;
        setId("certificate");
        setAlignment(Pos.CENTER_LEFT);
        state.setMinWidth(USE_PREF_SIZE);
        aggregate = Labels.caption(words.say("quorum.certificate.aggregate"));
        signature = new ShortId(words);
        signature.setMinWidth(USE_PREF_SIZE);
        aggregate.setLabelFor(signature);
        getChildren().addAll(state, aggregate, signature);
        managedProperty().bind(visibleProperty());
    }

    void show(@Nullable ClusterRow row) {
        setVisible(row != null);
        if (row == null) {
            return;
        }
        CheckedCertificate certificate = row.certificate();
        String added = certificate == null ? "" : certificate.aggregate();
        aggregate.setVisible(!added.isEmpty());
        signature.setVisible(!added.isEmpty());
        signature.show(added);
        if (certificate != null) {
            state.show(
                    tone(certificate.check()),
                    words.name("quorum.certificate", certificate.check()));
        } else {
            boolean done = row.state() == ClusterRow.State.DONE;
            state.show(
                    done ? Tone.UNKNOWN : Tone.CALM,
                    words.say(done ? "quorum.certificate.pending" : "quorum.certificate.none"));
        }
    }

    private static Tone tone(VoteCheck check) {
        return switch (check) {
            case VERIFIED -> Tone.SUCCESS;
            case INVALID -> Tone.ATTENTION;
            case UNCHECKED -> Tone.UNKNOWN;
        };
    }
}
