package io.epochdesk.guide;

import org.commonmark.parser.Parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The whole guide, read once. */
public final class Guide {

    /** The chapter that lists the others. */
    public static final String CONTENTS = "index";

    /** Every chapter in the order of the contents; a chapter is a file of this name. */
    static final List<String> CHAPTERS =
            List.of(
                    CONTENTS,
                    "overview",
                    "clusters",
                    "dkg",
                    "nodes",
                    "doctor",
                    "keys",
                    "activity",
                    "registration",
                    "settings",
                    "rehearsal",
                    "faults",
                    Glossary.CHAPTER);

    private final Map<String, Chapter> chapters;
    private final Glossary glossary;

    private Guide(Map<String, Chapter> chapters) {
        this.chapters = chapters;
        glossary = Glossary.of(Objects.requireNonNull(chapters.get(Glossary.CHAPTER)));
    }

    /** Reads and parses every chapter; takes some ten milliseconds, so not on the FX thread. */
    public static Guide read() {
        Parser parser = Parser.builder().build();
        Map<String, Chapter> chapters = new LinkedHashMap<>();
        for (String id : CHAPTERS) {
            try (InputStream file =
                    Objects.requireNonNull(Guide.class.getResourceAsStream(id + ".md"), id)) {
                String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                chapters.put(id, Chapter.of(id, parser.parse(text)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Guide(chapters);
    }

    /** Every chapter in the order of the contents. */
    public List<Chapter> chapters() {
        return List.copyOf(chapters.values());
    }

    /** The chapter of this ID; the contents where there is none. */
    public Chapter chapter(String id) {
        Chapter found = chapters.get(id);
        return found == null ? Objects.requireNonNull(chapters.get(CONTENTS)) : found;
    }

    /** The terms. */
    public Glossary glossary() {
        return glossary;
    }
}
