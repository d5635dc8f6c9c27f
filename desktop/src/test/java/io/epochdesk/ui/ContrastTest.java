package io.epochdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Colours that meet can be told apart: AA of WCAG 2.2, 4.5 for text and 3 for the edges of drawn
 * shapes.
 */
final class ContrastTest {

    private static final Pattern COLOUR = Pattern.compile("-epoch-([a-z-]+): (#[0-9a-f]{6});");
    private static final List<String> TONES =
            List.of("calm", "progress", "success", "attention", "danger", "unknown", "mine");
    private static final List<String> GROUNDS =
            List.of("canvas", "surface", "surface-raised", "surface-sunken", "rail");

    static Stream<String> looks() {
        return Stream.of("light", "dark");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void textCanBeReadOnEveryGround(String look) throws IOException {
        Map<String, Color> colours = colours(look);
        for (String ground : GROUNDS) {
            for (String text : List.of("text", "text-muted", "text-stale", "accent-text")) {
                assertContrast(colours, text, ground, 4.5);
            }
        }
        assertContrast(colours, "text", "track", 4.5);
        assertContrast(colours, "on-accent", "accent", 4.5);
        assertContrast(colours, "accent-text", "accent-wash", 4.5);
        assertContrast(colours, "rehearsal-text", "rehearsal-wash", 4.5);
        assertContrast(colours, "rehearsal-text", "surface", 4.5);
        assertContrast(colours, "rehearsal-fill", "rehearsal-wash", 3);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void tonesCanBeReadOnTheirWashAndOnCards(String look) throws IOException {
        Map<String, Color> colours = colours(look);
        for (String tone : TONES) {
            assertContrast(colours, tone + "-text", "surface", 4.5);
            assertContrast(colours, tone + "-text", tone + "-wash", 4.5);
            assertContrast(colours, "text", tone + "-wash", 4.5);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void drawnShapesStandOutFromCards(String look) throws IOException {
        Map<String, Color> colours = colours(look);
        for (String tone : TONES) {
            assertContrast(colours, tone + "-fill", "surface", 3);
        }
        assertContrast(colours, "edge", "surface", 3);
        assertContrast(colours, "accent", "surface", 3);
        assertContrast(colours, "accent", "rail", 3);
    }

    private static void assertContrast(
            Map<String, Color> colours, String one, String other, double least) {
        double ratio = ratio(colour(colours, one), colour(colours, other));
        assertThat(ratio).as("%s on %s", one, other).isGreaterThanOrEqualTo(least);
    }

    private static Color colour(Map<String, Color> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    private static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Color> colours(String look) throws IOException {
        Map<String, Color> colours = new HashMap<>();
        try (InputStream sheet =
                Objects.requireNonNull(Theme.class.getResourceAsStream("theme/" + look + ".css"))) {
            Matcher found =
                    COLOUR.matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
            while (found.find()) {
                colours.put(found.group(1), Color.web(found.group(2)));
            }
        }
        return colours;
    }
}
