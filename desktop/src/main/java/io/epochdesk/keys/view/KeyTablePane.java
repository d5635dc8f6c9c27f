package io.epochdesk.keys.view;

import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Column;
import io.epochdesk.ui.EmptyState;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The keys of an unlocked vault; those of other networks are paler. */
final class KeyTablePane extends VBox {

    private static final PseudoClass ELSEWHERE = PseudoClass.getPseudoClass("elsewhere");

    private final KeysViewModel model;
    private final TableView<VaultKey> table = new TableView<>();
    private List<VaultKey> before = List.of();
    private @Nullable VaultKey last;

    /**
     * A table.
     *
     * @param selected told the key that is selected, or null
     */
    KeyTablePane(KeysViewModel model, Words words, Consumer<@Nullable VaultKey> selected) {
        super(12);
        this.model = model;
        table.setId("keys-table");
        table.setAccessibleText(words.say("vault.title"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyState(
                        MaterialDesignK.KEY_OUTLINE,
                        words.say("vault.none"),
                        words.say(
                                model.practice() == null
                                        ? "vault.none.why"
                                        : "vault.none.practice")));
        table.getColumns()
                .setAll(
                        List.of(
                                Column.<VaultKey, String>of(
                                                words.say("vault.column.name"), VaultKey::name)
                                        .width(140, 200)
                                        .build(),
                                Column.<VaultKey, String>of(
                                                words.say("vault.column.network"),
                                                VaultKey::network)
                                        .width(110, 130)
                                        .build(),
                                Column.<VaultKey, String>of(
                                                words.say("vault.column.account"),
                                                key -> account(key, words))
                                        .width(190, 240)
                                        .build(),
                                Column.<VaultKey, String>of(
                                                words.say("vault.column.publicKey"),
                                                key -> key.publicKey().hex())
                                        .written(Formats::shortId)
                                        .tooltip(key -> key.publicKey().hex())
                                        .mono()
                                        .width(120, 160)
                                        .build()));
        table.setRowFactory(_ -> row(model.network()));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        key -> {
                            if (key != null) {
                                last = key;
                            }
                            selected.accept(key);
                        });
        model.keys().subscribe(this::follow);
        follow();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
    }

    Optional<String> selectedPublicKey() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .map(key -> key.publicKey().hex());
    }

    /** Shows the keys as they are now, and selects what came in or was selected before. */
    private void follow() {
        List<VaultKey> now = List.copyOf(model.keys());
        // a list of the table's own: its selection has followed before another is made
        table.getItems().setAll(now);
        Optional<VaultKey> fresh =
                before.isEmpty()
                        ? now.stream().findFirst()
                        : now.stream()
                                .filter(key -> before.stream().noneMatch(old -> isSame(old, key)))
                                .findFirst();
        VaultKey old = last;
        fresh.or(() -> now.stream().filter(key -> old != null && isSame(old, key)).findFirst())
                .ifPresent(key -> table.getSelectionModel().select(key));
        before = now;
    }

    private static boolean isSame(VaultKey one, VaultKey other) {
        return one.publicKey().equals(other.publicKey()) && one.network().equals(other.network());
    }

    private static TableRow<VaultKey> row(String network) {
        return new TableRow<>() {
            @Override
            protected void updateItem(@Nullable VaultKey key, boolean empty) {
                super.updateItem(key, empty);
                pseudoClassStateChanged(
                        ELSEWHERE, key != null && !empty && !key.network().equals(network));
            }
        };
    }

    private static String account(VaultKey key, Words words) {
        return key.address().isEmpty()
                ? words.say("vault.noAccount")
                : words.say(
                        "vault.onAccount",
                        "address",
                        "0x" + key.address(),
                        "index",
                        key.keyIndex());
    }
}
