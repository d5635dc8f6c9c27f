package io.epochdesk.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The documents are whole: no link leads nowhere, and every decision has a number of its own. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DECISIONS = Path.of("docs/decisions");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)\\s]*)?\\)");
    private static final Pattern RECORD = Pattern.compile("(\\d{4})-[a-z0-9.-]+\\.md");
    private static final Pattern ADDRESS = Pattern.compile("[a-z]+:.*");

    @Test
    void everyLinkInADocumentLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            LINK.matcher(Files.readString(document))
                    .results()
                    .map(found -> found.group(1))
                    .filter(target -> !ADDRESS.matcher(target).matches())
                    .filter(target -> !Files.exists(document.resolveSibling(target)))
                    .forEach(target -> broken.add(document + ": " + target));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void decisionsAreNumberedOneByOneAndNamedAfterTheirFile() throws IOException {
        List<String> records = records();
        assertThat(records)
                .map(name -> name.substring(0, 4))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, records.size())
                                .mapToObj("%04d"::formatted)
                                .toList());
        for (String name : records) {
            assertThat(Files.readString(DECISIONS.resolve(name)))
                    .as(name)
                    .startsWith("# " + name.substring(0, 4) + " ")
                    .contains("**Context.**")
                    .contains("**Options.**")
                    .contains("**Outcome.**")
                    .contains("**Costs.**")
                    .contains("**Confirmed by**");
        }
    }

    @Test
    void theListOfDecisionsHasEveryTitle() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : records()) {
            String title = Files.readAllLines(DECISIONS.resolve(name)).getFirst().substring(7);
            lines.add("- [%s](%s) %s".formatted(name.substring(0, 4), name, title));
        }
        assertThat(Files.readString(DECISIONS.resolve("README.md")))
                .endsWith("\n" + String.join("\n", lines) + "\n");
    }

    private static List<String> records() throws IOException {
        try (Stream<Path> files = Files.list(DECISIONS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> RECORD.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        for (String folder : List.of("installers", "assets", "desktop/docs", "desktop/src/main")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(found::add);
            }
        }
        return found;
    }
}
