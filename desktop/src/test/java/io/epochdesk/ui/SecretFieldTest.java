package io.epochdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What is typed is handed out once and wiped; nothing comes in any other way. */
@Tag("robot")
final class SecretFieldTest {

    private final Snapshots eyes = Snapshots.open();
    private SecretField field = Snapshots.on(() -> new SecretField("Password"));

    @BeforeEach
    void show() {
        eyes.show(
                400,
                100,
                Theme.LIGHT,
                () -> {
                    field = new SecretField("Password");
                    return new StackPane(field);
                });
    }

    @AfterEach
    void close() {
        eyes.close();
    }

    @Test
    void handsOutWhatWasTypedOnce() {
        type("a", "ß", "€", "\ud83d\udd11");
        assertThat(Snapshots.on(() -> field.lengthProperty().get())).isEqualTo(5);
        char[] taken = Snapshots.on(() -> field.take());
        assertThat(taken).containsExactly('a', 'ß', '€', '\ud83d', '\udd11');
        assertThat(Snapshots.on(() -> field.isEmpty())).isTrue();
        assertThat(Snapshots.on(() -> field.take())).isEmpty();
    }

    @Test
    void backspaceTakesBackAWholeCharacterAndEscapeAll() {
        type("a", "\ud83d\udd11");
        press(KeyCode.BACK_SPACE);
        assertThat(Snapshots.on(() -> field.lengthProperty().get())).isEqualTo(1);
        type("b", "c");
        press(KeyCode.ESCAPE);
        press(KeyCode.BACK_SPACE);
        assertThat(Snapshots.on(() -> field.isEmpty())).isTrue();
    }

    @Test
    void takesNothingFromTheClipboardAndNoControlCharacters() {
        Snapshots.onFx(
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString("pasted");
                    Clipboard.getSystemClipboard().setContent(content);
                    field.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "v",
                                    KeyCode.V,
                                    false,
                                    true,
                                    false,
                                    false));
                });
        type("\u0016", "\t", "\r", "\u007f", "");
        assertThat(Snapshots.on(() -> field.isEmpty())).isTrue();
    }

    @Test
    void takesNoMoreThanItHoldsRoomFor() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add("x");
        }
        type(many.toArray(String[]::new));
        assertThat(Snapshots.on(() -> field.lengthProperty().get())).isEqualTo(256);
    }

    private void type(String... characters) {
        Snapshots.onFx(
                () -> {
                    for (String character : characters) {
                        field.fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_TYPED,
                                        character,
                                        character,
                                        KeyCode.UNDEFINED,
                                        false,
                                        false,
                                        false,
                                        false));
                    }
                });
    }

    private void press(KeyCode code) {
        Snapshots.onFx(
                () ->
                        field.fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        code,
                                        false,
                                        false,
                                        false,
                                        false)));
    }
}
