package io.epochdesk.keys.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.keys.bootstrap.FlowPortKey;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.EmptyState;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.ShortId;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

import java.time.Instant;
import java.util.function.Consumer;

/** Everything that may be known of one key, and what can be done with it. */
final class KeyDetailPane extends VBox {

    /** What can be done with a key. */
    enum Act {
        RENAME,
        ASSIGN,
        EXPORT,
        DESTROY
    }

    private final String network;
    private final Formats formats;
    private final Words words;
    private final Consumer<Act> acts;

    KeyDetailPane(String network, Formats formats, Consumer<Act> acts) {
        this.network = network;
        this.formats = formats;
        words = formats.words();
        this.acts = acts;
        setId("key-detail");
        getStyleClass().addAll("epoch-card", "key-detail");
    }

    /** Shows this key, or how to choose one. */
    void show(@Nullable VaultKey key, Instant now) {
        if (key == null) {
            EmptyState empty =
                    new EmptyState(
                            MaterialDesignK.KEY_OUTLINE,
                            words.say("vault.detail.none"),
                            words.say("vault.detail.none.why"));
            VBox.setVgrow(empty, Priority.ALWAYS);
            getChildren().setAll(empty);
            return;
        }
        Label name = Labels.title(key.name());
        name.setWrapText(true);
        boolean here = key.network().equals(network);
        ToneMark bound = new ToneMark();
        bound.show(
                here ? Tone.SUCCESS : Tone.ATTENTION,
                words.say(
                        here ? "vault.detail.here" : "vault.detail.elsewhere",
                        "network",
                        key.network()));
        bound.setWrapText(true);
        bound.setMinHeight(Region.USE_PREF_SIZE);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren()
                .setAll(
                        name,
                        bound,
                        fact(
                                "vault.column.account",
                                key.address().isEmpty()
                                        ? Labels.body(words.say("vault.noAccount"))
                                        : account(key)),
                        fact("vault.column.publicKey", new ShortId(words, key.publicKey().hex())),
                        fact("vault.detail.flowPort", new ShortId(words, flowPort(key))),
                        fact(
                                "vault.column.algorithms",
                                Labels.body(key.publicKey().algorithm() + ", " + key.hash())),
                        fact(
                                "vault.detail.created",
                                Labels.body(formats.instant(key.created(), now))),
                        fact("vault.detail.file", file(key)),
                        gap,
                        buttons());
    }

    private Node account(VaultKey key) {
        Label index = Labels.body(words.say("vault.detail.index", "index", key.keyIndex()));
        HBox row = new HBox(8, new ShortId(words, "0x" + key.address()), index);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Label file(VaultKey key) {
        Label label =
                Labels.body(key.file().isEmpty() ? words.say("vault.detail.noFile") : key.file());
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (!key.file().isEmpty()) {
            label.getStyleClass().add("text-mono");
        }
        return label;
    }

    private static String flowPort(VaultKey key) {
        return new FlowPortKey(key.publicKey(), key.hash(), FlowPortKey.FULL_WEIGHT, true).line();
    }

    private VBox fact(String key, Node value) {
        return new VBox(2, Labels.caption(words.say(key)), value);
    }

    private FlowPane buttons() {
        FlowPane pane = new FlowPane(8, 8);
        for (Act act : Act.values()) {
            Button button = new Button(words.name("vault.act", act));
            button.setId("key-" + act.name().toLowerCase(java.util.Locale.ROOT));
            if (act == Act.DESTROY) {
                button.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
            }
            button.setOnAction(_ -> acts.accept(act));
            pane.getChildren().add(button);
        }
        return pane;
    }
}
