package io.epochdesk.keys.view;

import io.epochdesk.keys.view.KeysViewModel.State;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FaultBanner;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.View;
import io.epochdesk.ui.WhileShown;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.Optional;

/** The Keys page: a lock to open, or the keys behind it. */
final class KeysView implements View {

    private final KeysViewModel model;
    private final FxClock clock;
    private final Words words;
    private final FaultBanner banner;
    private final Label state = Labels.headline("");
    private final Button lock = new Button();
    private final Button narrow = new Button();
    private final UnlockPane unlock;
    private final KeyTablePane table;
    private final StackPane middle = new StackPane();
    private final VBox root = new VBox(16);

    KeysView(KeysViewModel model, Formats formats, FxClock clock) {
        this.model = model;
        this.clock = clock;
        words = formats.words();
        banner = new FaultBanner(formats);
        unlock = new UnlockPane(model, words);
        table = new KeyTablePane(model, words);
        lock.setId("keys-lock");
        lock.setText(words.say("vault.lock"));
        lock.setOnAction(_ -> model.lock());
        narrow.setId("keys-narrow");
        narrow.setText(words.say("vault.narrow"));
        narrow.setOnAction(_ -> model.narrow());
        narrow.managedProperty().bind(narrow.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(12, state, gap, narrow, lock);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(middle, Priority.ALWAYS);
        root.setId("keys");
        root.getStyleClass().add("page");
        root.getChildren().addAll(top, banner, middle);
        WhileShown.of(root, this::follow);
    }

    @Override
    public Parent root() {
        return root;
    }

    /** The public key of what is selected, for the copy shortcut. */
    Optional<String> selectedPublicKey() {
        return table.selectedPublicKey();
    }

    private Subscription follow() {
        model.shown();
        return Subscription.combine(
                clock.open(),
                clock.subscribe(_ -> model.look()),
                model.state().subscribe(this::show),
                model.fault()
                        .subscribe(
                                fault -> {
                                    banner.show(fault, null, clock.getValue());
                                    narrow.setVisible(
                                            fault != null && fault.code().equals("VLT-607"));
                                }),
                unlock::forget);
    }

    private void show(State now) {
        state.setText(words.name("vault.state", now));
        lock.setVisible(now == State.OPEN);
        boolean open =
                now == State.OPEN || (now == State.BUSY && middle.getChildren().contains(table));
        middle.getChildren().setAll(open ? table : unlock);
        unlock.show(now);
        table.setDisable(now == State.BUSY);
    }
}
