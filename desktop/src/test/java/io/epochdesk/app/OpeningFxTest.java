package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.text.Words;
import io.epochdesk.ui.Snapshots;
import io.epochdesk.ui.Theme;

import javafx.scene.Scene;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The first frame: what it leaves out for the sake of its speed is not missed in it. */
class OpeningFxTest {

    private static Snapshots eyes;

    @BeforeAll
    static void open() {
        eyes = Snapshots.open();
    }

    @AfterAll
    static void close() {
        eyes.close();
    }

    @ParameterizedTest(name = "{0}, rehearsal {1}")
    @CsvSource({"LIGHT,false", "LIGHT,true", "DARK,false", "DARK,true"})
    void looksTheSameInTheSheetsOfTheOpeningAsInAll(Theme theme, boolean rehearsal)
            throws IOException {
        String name = "opening-" + theme.name().toLowerCase(Locale.ROOT) + "-" + rehearsal;
        eyes.show(
                1280,
                800,
                theme,
                () -> new OpeningView(new Words(Locale.ENGLISH), rehearsal).root());
        Path dressed = eyes.picture(name + "-all");
        Scene scene = eyes.stage().getScene();
        int sheets = scene.getStylesheets().size();
        Snapshots.onFx(() -> theme.onOpening(scene));
        assertThat(scene.getStylesheets()).hasSizeLessThan(sheets / 2);
        assertThat(Files.readAllBytes(eyes.picture(name))).isEqualTo(Files.readAllBytes(dressed));
        assertThat(eyes.cutOff()).isEmpty();
        assertThat(scene.getRoot().lookupAll("*"))
                .as("the signs' font takes long to load")
                .noneMatch(FontIcon.class::isInstance);
    }
}
