package io.epochdesk.registration.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.guide.view.Explained;
import io.epochdesk.keys.view.ConfirmationPane;
import io.epochdesk.network.TransactionBody;
import io.epochdesk.registration.Sending;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Copying;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.PathField;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;
import io.epochdesk.ui.WhileShown;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Signing on another machine: save the unsigned transaction, carry it there, bring it back signed,
 * send it; with the time left, and a fresh one by one press.
 */
final class OfflinePane {

    /** Larger than any transaction the chain takes. */
    private static final long LARGEST = 4L << 20;

    private static final int FULL_WEIGHT = 1_000;

    /** So many blocks are counted before their rate is told. */
    private static final long LEAST_COUNTED = 10;

    private final FlowViewModel model;
    private final FxClock clock;
    private final Words words;
    private final ToneMark left = new ToneMark();
    private final ProgressBar time = new ProgressBar();
    private final ToneMark gathered = new ToneMark();
    private final Button send = new Button();
    private final VBox here = new VBox(8);
    private final VBox steps = new VBox(20);
    private final VBox root;
    private long countedFrom = -1;
    private Instant countedSince = Instant.EPOCH;

    OfflinePane(FlowViewModel model, FxClock clock, Explained explained) {
        this.model = model;
        this.clock = clock;
        words = model.words().words();
        time.setMaxWidth(Double.MAX_VALUE);
        time.getStyleClass().add(Styles.SMALL);
        Button build = new Button(words.say("flows.offline.build"));
        build.setId("offline-build");
        build.setOnAction(_ -> build());
        HBox row = new HBox(12, build, left);
        row.setAlignment(Pos.CENTER_LEFT);
        steps.getChildren().addAll(save(explained), back(explained), sending());
        root =
                Pages.page(
                        Pages.section(
                                words.say("flows.offline.time"),
                                explained.sentence(
                                        words.say("flows.offline.time.why"), "text-caption"),
                                row,
                                time),
                        steps);
        WhileShown.of(
                root,
                () ->
                        Subscription.combine(
                                clock.open(),
                                clock.subscribe(_ -> tick()),
                                model.stateProperty().subscribe(_ -> tick())));
        weigh();
    }

    VBox root() {
        return root;
    }

    private void build() {
        countedFrom = -1;
        model.build();
        show(0);
    }

    private VBox save(Explained explained) {
        PathField to =
                new PathField(
                        PathField.Kind.SAVE,
                        "offline-save",
                        words.say("flows.offline.save"),
                        words);
        to.show(model.tools().home().resolve(model.kind().templates().getFirst().file() + ".rlp"));
        Label saved = Pages.caption("");
        HBox row =
                Pages.path(
                        to,
                        "offline-save-act",
                        words.say("flows.offline.save.act"),
                        path ->
                                model.offline(
                                        () -> write(path, model.flow().file()),
                                        _ ->
                                                saved.setText(
                                                        words.say(
                                                                "flows.offline.saved",
                                                                "file",
                                                                path))));
        String command =
                words.say(
                        "flows.offline.command",
                        "file",
                        model.kind().templates().getFirst().file());
        Label told = Labels.mono(command);
        told.setWrapText(true);
        Button copy = new Button(words.say("flows.review.copy"));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setMinWidth(Button.USE_PREF_SIZE);
        copy.setOnAction(_ -> Copying.copy(copy, command));
        HBox line = new HBox(8, told, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        return Pages.section(
                words.say("flows.offline.save"),
                explained.sentence(words.say("flows.offline.save.why"), "text-caption"),
                row,
                saved,
                line);
    }

    private VBox back(Explained explained) {
        PathField from =
                new PathField(
                        PathField.Kind.OPEN,
                        "offline-back",
                        words.say("flows.offline.back"),
                        words);
        HBox row =
                Pages.path(
                        from,
                        "offline-back-act",
                        words.say("flows.offline.back.act"),
                        path ->
                                model.offline(
                                        () -> {
                                            TransactionBody _ = model.flow().take(read(path));
                                            return model.flow().weight();
                                        },
                                        this::show));
        offerVault();
        return Pages.section(
                words.say("flows.offline.back"),
                explained.sentence(words.say("flows.offline.back.why"), "text-caption"),
                row,
                here);
    }

    /** A key that is in the vault may sign beside those elsewhere. */
    private void offerVault() {
        Button add = new Button(words.say("flows.offline.vault"));
        add.setId("offline-vault");
        add.setOnAction(_ -> askVault());
        here.getChildren().setAll(add);
    }

    private void askVault() {
        ConfirmationPane pane =
                model.tools()
                        .vault(
                                clock,
                                words.say("flows.offline.vault.why"),
                                words.say("flows.offline.vault.act"),
                                vault -> {
                                    offerVault();
                                    model.offline(
                                            () -> {
                                                model.signWhatIsHere(vault);
                                                return model.flow().weight();
                                            },
                                            this::show);
                                });
        here.getChildren().setAll(pane);
        model.tools().fx().run(pane::begin);
    }

    private HBox sending() {
        send.setText(words.say("flows.offline.send"));
        send.setId("offline-send");
        send.getStyleClass().add(Styles.ACCENT);
        send.setOnAction(_ -> model.send());
        HBox row = new HBox(12, send, gathered);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void weigh() {
        if (isBuilt()) {
            model.offline(model.flow()::weight, this::show);
        } else {
            show(0);
        }
    }

    private void show(int weight) {
        send.setDisable(weight < FULL_WEIGHT);
        gathered.show(
                weight < FULL_WEIGHT ? Tone.CALM : Tone.SUCCESS,
                words.say("flows.offline.weight", "weight", weight));
    }

    private boolean isBuilt() {
        return model.record()
                .sending(model.flow().step().transaction())
                .filter(one -> one.stage() == Sending.Stage.BUILT)
                .isPresent();
    }

    private void tick() {
        OptionalLong blocks = isBuilt() ? model.flow().blocksLeft() : OptionalLong.empty();
        steps.setDisable(blocks.isEmpty() || blocks.getAsLong() == 0);
        if (blocks.isEmpty()) {
            time.setProgress(0);
            left.show(Tone.CALM, words.say("flows.offline.unbuilt"));
            return;
        }
        long now = blocks.getAsLong();
        time.setProgress((double) now / TransactionBody.EXPIRY);
        Tone tone =
                now == 0
                        ? Tone.DANGER
                        : now < TransactionBody.EXPIRY / 2 ? Tone.ATTENTION : Tone.PROGRESS;
        left.show(tone, said(now));
    }

    private String said(long blocks) {
        if (countedFrom < 0) {
            countedFrom = blocks;
            countedSince = clock.getValue();
        }
        if (blocks == 0) {
            return words.say("flows.offline.expired");
        }
        long counted = countedFrom - blocks;
        Duration passed = Duration.between(countedSince, clock.getValue());
        return counted < LEAST_COUNTED
                ? words.say("flows.offline.blocks", "blocks", blocks)
                : words.say(
                        "flows.offline.left",
                        "blocks",
                        blocks,
                        "time",
                        Formats.duration(passed.multipliedBy(blocks).dividedBy(counted)));
    }

    private static Path write(Path to, String text) {
        try {
            return Files.writeString(to, text, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.CANNOT_WRITE,
                    e.toString(),
                    "file",
                    to.toString(),
                    "reason",
                    e.getClass().getSimpleName());
        }
    }

    private static String read(Path from) {
        try {
            if (Files.size(from) > LARGEST) {
                throw BootstrapFault.of(
                        BootstrapFault.Kind.TOO_LARGE,
                        "",
                        "file",
                        from.toString(),
                        "limit",
                        Formats.bytes(LARGEST));
            }
            return Files.readString(from, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.CANNOT_READ,
                    e.toString(),
                    "file",
                    from.toString(),
                    "reason",
                    e.getClass().getSimpleName());
        }
    }
}
