package io.epochdesk.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The table of faults and verdicts in {@code desktop/docs/doctor.md}. */
final class FaultTable {

    private static final Path DOCUMENT = Path.of("docs/doctor.md");
    private static final String BEGIN = "<!-- faults and verdicts: written by the test -->";
    private static final String END = "<!-- end of faults and verdicts -->";
    private static final String HEAD =
            """

            | fault | how it was made | verdict | findings, notes aside | flow-go's checker |
            |---|---|---|---|---|
            """;

    private FaultTable() {}

    static String document() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document with the table as it must be. */
    static String with(List<String> rows) {
        String document = document();
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("the document has no place for the table");
        }
        return document.substring(0, begin + BEGIN.length())
                + "\n"
                + HEAD
                + String.join("\n", rows)
                + "\n\n"
                + document.substring(end);
    }

    static void write(String document) {
        try {
            Files.writeString(DOCUMENT, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
