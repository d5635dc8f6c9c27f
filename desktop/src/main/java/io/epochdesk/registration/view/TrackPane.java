package io.epochdesk.registration.view;

import io.epochdesk.guide.view.Explained;
import io.epochdesk.network.TransactionProgress;
import io.epochdesk.registration.FlowWords;
import io.epochdesk.registration.Sending;
import io.epochdesk.registration.Tracking;
import io.epochdesk.text.FaultText;
import io.epochdesk.text.Words;
import io.epochdesk.ui.ShortId;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;
import io.epochdesk.ui.WhileShown;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How far a transaction is: handed in, in a block, executed, sealed. */
final class TrackPane {

    private static final List<TransactionProgress.State> WAY =
            List.of(
                    TransactionProgress.State.UNKNOWN,
                    TransactionProgress.State.PENDING,
                    TransactionProgress.State.FINALIZED,
                    TransactionProgress.State.EXECUTED,
                    TransactionProgress.State.SEALED);

    private final Words words;
    private final FlowWords flows;
    private final Map<TransactionProgress.State, ToneMark> marks =
            new EnumMap<>(TransactionProgress.State.class);
    private final Label blocks = Pages.caption("");
    private final Label trouble = Pages.body("");
    private final VBox root;

    TrackPane(FlowViewModel model, Explained explained) {
        words = model.words().words();
        flows = model.words().flows();
        VBox way = new VBox(10);
        for (TransactionProgress.State state : WAY) {
            ToneMark mark = new ToneMark();
            marks.put(state, mark);
            way.getChildren().add(mark);
        }
        ShortId id = new ShortId(words);
        id.setId("track-id");
        id.show(
                model.record()
                        .sending(model.flow().step().transaction())
                        .map(Sending::id)
                        .orElse(""));
        HBox named = new HBox(8, Pages.caption(words.say("flows.known.transaction")), id);
        named.setAlignment(Pos.CENTER_LEFT);
        trouble.getStyleClass().add("form-problem");
        root =
                Pages.page(
                        explained.sentence(words.say("flows.track.why"), "text-body"),
                        named,
                        way,
                        blocks,
                        trouble);
        WhileShown.of(root, () -> model.stateProperty().subscribe(state -> show(state.tracking())));
    }

    VBox root() {
        return root;
    }

    private void show(@org.jspecify.annotations.Nullable Tracking tracking) {
        TransactionProgress.State now =
                tracking == null ? TransactionProgress.State.UNKNOWN : tracking.state();
        int at = Math.max(0, WAY.indexOf(now));
        for (int i = 0; i < WAY.size(); i++) {
            ToneMark mark = marks.get(WAY.get(i));
            if (mark != null) {
                mark.show(
                        i < at || now == TransactionProgress.State.SEALED
                                ? Tone.SUCCESS
                                : i == at ? Tone.PROGRESS : Tone.CALM,
                        flows.sentence(WAY.get(i)));
            }
        }
        blocks.setText(
                tracking == null || tracking.blocksLeft() == 0
                        ? ""
                        : words.say("flows.track.blocks", "blocks", tracking.blocksLeft()));
        trouble.setText(
                tracking == null || tracking.trouble() == null
                        ? ""
                        : FaultText.of(words, tracking.trouble()).sentence());
    }
}
