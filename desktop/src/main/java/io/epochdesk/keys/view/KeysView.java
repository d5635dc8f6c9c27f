package io.epochdesk.keys.view;

import atlantafx.base.theme.Styles;

import io.epochdesk.fault.Fault;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.keys.view.ActDialog.Weight;
import io.epochdesk.keys.view.KeysViewModel.State;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.DialogDress;
import io.epochdesk.ui.FaultBanner;
import io.epochdesk.ui.FxClock;
import io.epochdesk.ui.Labels;
import io.epochdesk.ui.Tone;
import io.epochdesk.ui.ToneMark;
import io.epochdesk.ui.View;
import io.epochdesk.ui.WhileShown;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The Keys page: a lock to open, or the keys behind it and what can be done with them. */
final class KeysView implements View {

    private final KeysViewModel model;
    private final FxClock clock;
    private final Formats formats;
    private final Words words;
    private final DialogDress dress;
    private final KeyForms keyForms;
    private final VaultForms vaultForms;
    private final FaultBanner banner;
    private final Label headline = Labels.headline("");
    private final Label below = Labels.caption("");
    private final HBox buttons = new HBox(8);
    private final UnlockPane unlock;
    private final KeyTablePane table;
    private final KeyDetailPane detail;
    private final HBox open;
    private final StackPane middle = new StackPane();
    private final VBox root = new VBox(16);
    private @Nullable VaultKey selected;
    private @Nullable ActDialog asking;

    KeysView(KeysViewModel model, Formats formats, FxClock clock, DialogDress dress) {
        this.model = model;
        this.clock = clock;
        this.formats = formats;
        this.dress = dress;
        words = formats.words();
        keyForms = new KeyForms(model, words);
        vaultForms = new VaultForms(model, words);
        banner = new FaultBanner(formats);
        unlock = new UnlockPane(model, formats);
        detail = new KeyDetailPane(model.network(), formats, this::act);
        table = new KeyTablePane(model, words, this::select);
        HBox.setHgrow(table, Priority.ALWAYS);
        open = new HBox(16, table, detail);
        below.setId("keys-below");
        headline.setId("keys-headline");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        furnishButtons();
        HBox top = new HBox(12, new VBox(2, headline, below), gap, buttons);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(middle, Priority.ALWAYS);
        root.setId("keys");
        root.getStyleClass().add("page");
        root.getChildren().addAll(top, banner, middle);
        if (model.practice() != null) {
            ToneMark practice = new ToneMark(Tone.CALM, words.say("vault.practice"));
            practice.setWrapText(true);
            practice.setMinHeight(Region.USE_PREF_SIZE);
            root.getChildren().add(1, practice);
        }
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

    private void furnishButtons() {
        Button folder = button("keys-folder", "vault.folder.open", MaterialDesignF.FOLDER_OPEN);
        folder.getStyleClass().add(Styles.ACCENT);
        folder.setOnAction(
                _ -> ask("vault.folder.title", Weight.PLAIN, new FolderForm(model, words).form()));
        Button make = button("keys-make", "vault.make.open", MaterialDesignP.PLUS);
        make.setOnAction(_ -> ask("vault.make.title", Weight.PLAIN, keyForms.make()));
        MenuButton more = new MenuButton(words.say("vault.more"));
        more.setId("keys-more");
        if (model.practice() == null) {
            more.getItems().add(item("keys-take", "vault.take.title", () -> keyForms.take()));
        }
        more.getItems()
                .addAll(
                        item("keys-backup", "vault.backup.title", () -> vaultForms.backUp()),
                        item("keys-drill", "vault.drill.title", () -> vaultForms.drill()),
                        item("keys-restore", "vault.restore.title", () -> vaultForms.restore()),
                        item("keys-passwd", "vault.passwd.title", () -> vaultForms.password()));
        Button lock = button("keys-lock", "vault.lock", MaterialDesignL.LOCK_OUTLINE);
        lock.setOnAction(_ -> model.lock());
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.managedProperty().bind(buttons.visibleProperty());
        buttons.getChildren().addAll(folder, make, more, lock);
    }

    private Button button(String id, String key, org.kordamp.ikonli.Ikon icon) {
        Button button = new Button(words.say(key), new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private MenuItem item(String id, String key, java.util.function.Supplier<ActForm> form) {
        MenuItem item = new MenuItem(words.say("vault.more.item", "title", words.say(key)));
        item.setId(id);
        item.setOnAction(_ -> ask(key, Weight.PLAIN, form.get()));
        return item;
    }

    private void ask(String title, Weight weight, ActForm form) {
        ActDialog dialog =
                new ActDialog(
                        root.getScene().getWindow(),
                        words.say(title),
                        weight,
                        form,
                        formats,
                        clock,
                        dress);
        asking = dialog;
        dialog.show();
    }

    private void act(KeyDetailPane.Act act) {
        VaultKey key = selected;
        if (key == null) {
            return;
        }
        switch (act) {
            case RENAME -> ask("vault.rename.title", Weight.PLAIN, keyForms.rename(key));
            case ASSIGN -> ask("vault.assign.title", Weight.PLAIN, keyForms.assign(key));
            case EXPORT ->
                    ask(
                            "vault.export.title",
                            Weight.PLAIN,
                            new ExportForm(model, words, key).form());
            case DESTROY -> ask("vault.destroy.title", Weight.GRAVE, keyForms.destroy(key));
        }
    }

    private void select(@Nullable VaultKey key) {
        selected = key;
        detail.show(key, clock.getValue());
    }

    private Subscription follow() {
        model.shown();
        return Subscription.combine(
                clock.open(),
                clock.subscribe(
                        now -> {
                            model.look();
                            describe(now);
                        }),
                model.keys().subscribe(() -> describe(clock.getValue())),
                model.state().subscribe(this::show),
                model.fault().subscribe(_ -> tell()),
                this::leave);
    }

    private void show(State now) {
        boolean isOpen =
                now == State.OPEN || (now == State.BUSY && middle.getChildren().contains(open));
        buttons.setVisible(isOpen);
        middle.getChildren().setAll(isOpen ? open : unlock);
        unlock.show(now);
        tell();
        open.setDisable(now == State.BUSY);
        describe(clock.getValue());
        if (now == State.LOCKED) {
            leave();
        }
    }

    /** Tells what went wrong last where one looks: in the lock, or above the keys. */
    private void tell() {
        Fault fault = model.fault().get();
        boolean isOpen = middle.getChildren().contains(open);
        banner.show(isOpen ? fault : null, null, clock.getValue());
        unlock.tell(isOpen ? null : fault, clock.getValue());
    }

    /** Wipes whatever is typed anywhere. */
    private void leave() {
        unlock.forget();
        ActDialog dialog = asking;
        asking = null;
        if (dialog != null) {
            dialog.close();
        }
    }

    private void describe(Instant now) {
        State state = model.state().get();
        if (state != State.OPEN) {
            headline.setText(words.name("vault.state", state));
            below.setText(words.say("vault.place", "file", model.place()));
            return;
        }
        int all = model.keys().size();
        long here =
                model.keys().stream().filter(key -> key.network().equals(model.network())).count();
        headline.setText(words.count("vault.headline", all));
        String bound =
                all == 0 ? "" : words.count("vault.here", here, "network", model.network()) + " · ";
        below.setText(
                bound
                        + model.until()
                                .map(
                                        until ->
                                                words.say(
                                                        "vault.until",
                                                        "duration",
                                                        Formats.duration(
                                                                Duration.between(now, until))))
                                .orElse(""));
    }
}
