package io.epochdesk.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a real emulator answered to the cases of an act, as kept with the tests. */
final class Recording {

    /** Records anew instead of comparing. */
    static final boolean RECORDING = Boolean.getBoolean("epochdesk.conformance.record");

    private static final String HEADING = "== ";

    private Recording() {}

    static List<Row> of(Act act) {
        try (InputStream file =
                Recording.class.getResourceAsStream("recorded/" + act.name() + ".txt")) {
            if (file == null) {
                return List.of();
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        String name = "";
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(HEADING)) {
                addTo(rows, name, lines);
                name = line.substring(HEADING.length());
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        addTo(rows, name, lines);
        return rows;
    }

    private static void addTo(List<Row> rows, String name, List<String> lines) {
        if (!name.isEmpty()) {
            rows.add(new Row(name, lines));
        }
    }

    /** Writes a recording beside the tests' other resources. */
    static void write(Act act, List<Row> rows) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(HEADING).append(row.name()).append('\n');
            row.lines().forEach(line -> text.append(line).append('\n'));
        }
        try {
            Path folder = Path.of("src/test/resources/io/epochdesk/conformance/recorded");
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(act.name() + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
