package io.epochdesk.board.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FaultBanner;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.FxFeed;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.ProvenanceLine;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;
import io.epochdesk.ui.View;
import io.epochdesk.ui.WhileShown;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.time.Instant;

/**
 * The line above every page: network, epoch, phase, sealed height, source, connection; and what is
 * wrong with it.
 */
public final class HeaderView implements View {

    private final HeaderViewModel model;
    private final Words words;
    private final Label epoch = value("header-epoch");
    private final ToneMark phase = new ToneMark();
    private final Label sealed = value("header-sealed");
    private final Label source = value("header-source");
    private final Tooltip sourceAddress = new Tooltip();
    private final ToneMark unauthenticated = new ToneMark();
    private final ToneMark state = new ToneMark();
    private final Label latency = Labels.caption("");
    private final FaultBanner banner;
    private final VBox root = new VBox();

    /**
     * The header.
     *
     * @param chooser the control that names the network and changes it
     */
    public HeaderView(
            HeaderViewModel model,
            FxFeed<BoardSnapshot> board,
            FxClock clock,
            Node chooser,
            Formats formats) {
        this.model = model;
        words = formats.words();
        banner = new FaultBanner(formats);
        banner.getStyleClass().add("header-banner");
        build(chooser);
        WhileShown.of(
                root,
                () -> {
                    Runnable look = () -> show(board.getValue(), clock.getValue());
                    Subscription watching =
                            Subscription.combine(
                                    board.open(),
                                    clock.open(),
                                    board.subscribe(look),
                                    clock.subscribe(look));
                    look.run();
                    return watching;
                });
    }

    @Override
    public Parent root() {
        return root;
    }

    private void build(Node chooser) {
        phase.setId("header-phase");
        phase.getStyleClass().add("tone-chip");
        state.setId("header-state");
        state.getStyleClass().add("header-value");
        unauthenticated.setId("header-unauthenticated");
        unauthenticated.getStyleClass().add("tone-chip");
        unauthenticated.show(Tone.ATTENTION, words.say("header.unauthenticated"));
        unauthenticated.setTooltip(new Tooltip(words.say("header.unauthenticated.why")));
        unauthenticated.managedProperty().bind(unauthenticated.visibleProperty());
        source.setTooltip(sourceAddress);
        HBox sourceLine = new HBox(8, source, unauthenticated);
        sourceLine.setAlignment(Pos.CENTER_LEFT);
        HBox stateLine = new HBox(8, state, latency);
        stateLine.setAlignment(Pos.CENTER_LEFT);
        HBox epochLine = new HBox(8, epoch, phase);
        epochLine.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line =
                new HBox(
                        cell("header.network", chooser),
                        cell("header.now", epochLine),
                        gap,
                        cell("header.height", sealed),
                        cell("header.source", sourceLine),
                        cell("header.connection", stateLine));
        line.getStyleClass().add("header");
        root.getChildren().addAll(line, banner);
    }

    private VBox cell(String key, Node content) {
        VBox cell = new VBox(Labels.caption(words.say(key)), content);
        cell.getStyleClass().add("header-cell");
        cell.setMinWidth(Region.USE_PREF_SIZE);
        return cell;
    }

    private void show(BoardSnapshot board, Instant now) {
        model.show(board, now);
        HeaderViewModel.Face face = model.face().get();
        epoch.setText(face.epoch());
        phase.show(face.phaseTone(), face.phase());
        sealed.setText(face.sealed());
        source.setText(face.source());
        sourceAddress.setText(face.address());
        unauthenticated.setVisible(!face.authenticated());
        state.show(face.stateTone(), face.state());
        latency.setText(face.latency());
        ProvenanceLine.mark(sealed, face.stale());
        ProvenanceLine.mark(epoch, face.stale());
        banner.show(face.fault(), face.faultSince(), now);
    }

    private static Label value(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("header-value");
        return label;
    }
}
