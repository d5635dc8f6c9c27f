package io.epochdesk.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The two looks of the console: the same sheets, other values for their colours. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light"),
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark");

    private static final List<String> SHEETS =
            List.of(
                    "tokens",
                    "text",
                    "shell",
                    "card",
                    "state",
                    "table",
                    "form",
                    "overview",
                    "fleet",
                    "rehearsal",
                    "guide",
                    "palette",
                    "wizard",
                    "roomy",
                    "controlsfx");

    /** Those of the above that what is shown first needs; each takes time to be read. */
    private static final Set<String> OPENING =
            Set.of("tokens", "text", "shell", "rehearsal", "roomy");

    private static final List<String> FONTS =
            List.of("EpochSans-Regular", "EpochSans-Bold", "EpochMono-Regular");

    private final String userAgentSheet;
    private final String colours;

    Theme(String userAgentSheet, String colours) {
        this.userAgentSheet = userAgentSheet;
        this.colours = colours;
    }

    /** Makes the bundled fonts known to the toolkit; once, before the first scene. */
    public static void loadFonts() {
        for (String font : FONTS) {
            try (InputStream file =
                    Objects.requireNonNull(
                            Theme.class.getResourceAsStream("font/" + font + ".ttf"), font)) {
                Objects.requireNonNull(Font.loadFont(file, 14), font);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Makes this the look of scenes that have none of their own, such as those of popups. Called
     * before the first control is made, it spares the toolkit a sheet that nobody wears.
     */
    public void onApplication() {
        if (!userAgentSheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(userAgentSheet);
        }
    }

    /** Dresses a scene; may be called again to change its look while it is shown. */
    public void on(Scene scene) {
        wear(scene, SHEETS.stream());
    }

    /**
     * Dresses a scene for what is shown first: plain text and the mark of a rehearsal. It is to be
     * dressed by {@link #on} before it holds anything else.
     */
    public void onOpening(Scene scene) {
        wear(scene, SHEETS.stream().filter(OPENING::contains));
    }

    private void wear(Scene scene, Stream<String> sheets) {
        onApplication();
        scene.setUserAgentStylesheet(userAgentSheet);
        scene.getStylesheets()
                .setAll(Stream.concat(Stream.of(colours), sheets).map(Theme::sheet).toList());
    }

    private static String sheet(String name) {
        URL found = Theme.class.getResource("theme/" + name + ".css");
        return Objects.requireNonNull(found, name).toExternalForm();
    }
}
