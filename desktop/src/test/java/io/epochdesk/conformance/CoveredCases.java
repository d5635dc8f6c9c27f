package io.epochdesk.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The table of covered cases in {@code desktop/docs/rehearsal.md}, made from the recordings. */
final class CoveredCases {

    private static final String BEGIN = "<!-- covered cases: written by the conformance suite -->";
    private static final String END = "<!-- end of covered cases -->";
    private static final int LONGEST = 160;

    private CoveredCases() {}

    static Path document() {
        return Path.of("docs/rehearsal.md");
    }

    static String read() {
        try {
            return Files.readString(document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(String text) {
        try {
            Files.writeString(document(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document with the table as it must be. */
    static String upToDate(String document) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("the document has no place for the covered cases");
        }
        return document.substring(0, begin + BEGIN.length())
                + "\n"
                + tables()
                + document.substring(end);
    }

    private static String tables() {
        StringBuilder text = new StringBuilder();
        for (Act act : Conformance.ACTS) {
            List<Row> rows = Recording.of(act);
            text.append("\n### ")
                    .append(act.name())
                    .append(" (")
                    .append(rows.size())
                    .append(" cases)\n\n| case | answer | events |\n|---|---|---|\n");
            for (Row row : rows) {
                text.append("| ")
                        .append(row.name())
                        .append(" | ")
                        .append(answer(row))
                        .append(" | ")
                        .append(events(row))
                        .append(" |\n");
            }
        }
        return text.append("\n").toString();
    }

    private static String answer(Row row) {
        String first = row.lines().getFirst();
        boolean read = row.lines().size() > 1 && row.lines().get(1).startsWith("value ");
        String said = read && row.succeeded() ? "answers" : first;
        said = said.replace("error: ", "").replace("|", "\\|").replace("<", "&lt;");
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }

    private static String events(Row row) {
        List<String> types =
                row.lines().stream()
                        .filter(line -> line.startsWith("event "))
                        .map(line -> line.substring(6, line.indexOf('(')))
                        .map(type -> type.replaceAll("^A\\.[0-9a-f]{16}\\.", ""))
                        .distinct()
                        .toList();
        return String.join(", ", types);
    }
}
