package io.epochdesk.settings.view;

import io.epochdesk.settings.Settings;
import io.epochdesk.settings.Theme;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Field;
import io.epochdesk.ui.Labels;

import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How the console looks, speaks and tells time, and where it keeps its data; every change is saved
 * at once.
 */
final class ConsolePane extends VBox {

    private static final List<String> LANGUAGES = List.of("", "en");

    private final SettingsViewModel model;
    private final ChoiceBox<Theme> theme = new ChoiceBox<>();
    private final ChoiceBox<String> language = new ChoiceBox<>();
    private final ComboBox<String> timeZone = new ComboBox<>();
    private final TextField dataFolder = new TextField();
    private final TextField manifests = new TextField();
    private boolean showing = true;

    /**
     * The pane.
     *
     * @param usualDataFolder shown while no other folder is chosen
     */
    ConsolePane(SettingsViewModel model, Words words, String usualDataFolder) {
        this.model = model;
        getStyleClass().addAll("epoch-card", "form");
        theme.setId("theme");
        theme.getItems().setAll(Theme.values());
        theme.setConverter(written(choice -> words.name("settings.theme", choice)));
        theme.valueProperty().subscribe(choice -> chosen(() -> model.theme(choice)));
        language.setId("language");
        language.getItems().setAll(LANGUAGES);
        language.setConverter(
                written(
                        tag ->
                                words.say(
                                        tag.isEmpty()
                                                ? "settings.language.system"
                                                : "settings.language.en")));
        language.valueProperty().subscribe(tag -> chosen(() -> model.language(tag)));
        timeZone.setId("time-zone");
        timeZone.getItems()
                .setAll(
                        Stream.concat(
                                        Stream.of(""),
                                        ZoneId.getAvailableZoneIds().stream()
                                                .filter(
                                                        zone ->
                                                                zone.contains("/")
                                                                        && !zone.startsWith("Etc/")
                                                                        && !zone.startsWith(
                                                                                "SystemV/"))
                                                .sorted())
                                .toList());
        timeZone.setConverter(
                written(
                        zone ->
                                zone.isEmpty()
                                        ? words.say(
                                                "settings.zone.system",
                                                "zone",
                                                ZoneId.systemDefault().getId())
                                        : zone));
        timeZone.valueProperty().subscribe(zone -> chosen(() -> zone(zone)));
        dataFolder.setId("data-folder");
        dataFolder.setPromptText(usualDataFolder);
        typed(dataFolder, () -> model.settings().get().dataFolder(), model::dataFolder);
        manifests.setId("manifests");
        manifests.setPromptText(words.say("settings.manifests.prompt"));
        typed(manifests, () -> model.settings().get().manifests(), model::manifests);
        Label why = Labels.caption(words.say("settings.manifests.why"));
        why.setWrapText(true);
        getChildren()
                .addAll(
                        Labels.heading(words.say("settings.console")),
                        new Field(words.say("settings.theme"), theme),
                        new Field(words.say("settings.language"), language),
                        new Field(words.say("settings.zone"), timeZone),
                        new Field(words.say("settings.data"), dataFolder),
                        new Field(words.say("settings.manifests"), manifests),
                        why);
    }

    /** Adds a button under the settings that does this. */
    void offer(String id, String name, Runnable act) {
        Button button = new Button(name);
        button.setId(id);
        button.setOnAction(_ -> act.run());
        getChildren().add(button);
    }

    /** Shows the settings in force. */
    void show(Settings settings) {
        showing = true;
        theme.setValue(settings.theme());
        language.setValue(LANGUAGES.contains(settings.language()) ? settings.language() : "");
        timeZone.setValue(settings.timeZone());
        dataFolder.setText(settings.dataFolder());
        manifests.setText(settings.manifests());
        showing = false;
    }

    /** What is typed is saved on Enter, and when the field is left. */
    private void typed(TextField field, Supplier<String> saved, Consumer<String> save) {
        field.setOnAction(_ -> save.accept(field.getText().strip()));
        field.focusedProperty()
                .subscribe(
                        focused -> {
                            String text = field.getText().strip();
                            if (!focused && !showing && !text.equals(saved.get())) {
                                save.accept(text);
                            }
                        });
    }

    private void zone(String zone) {
        try {
            if (!zone.isEmpty()) {
                ZoneId.of(zone);
            }
            model.timeZone(zone);
        } catch (DateTimeException _) {
            show(model.settings().get());
        }
    }

    private void chosen(Runnable change) {
        if (!showing) {
            change.run();
        }
    }

    private static <T> StringConverter<T> written(java.util.function.Function<T, String> how) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : how.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        };
    }
}
