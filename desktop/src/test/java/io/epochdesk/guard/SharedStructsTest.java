package io.epochdesk.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Scripts cannot import one another, so that one which asks for everything repeats what smaller
 * ones declare. What has the same name is the same: the same Java reads it.
 */
class SharedStructsTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/io/epochdesk/cadence");
    private static final Pattern DECLARATION =
            Pattern.compile("(?ms)^access\\(all\\) (struct|fun) (?!main\\b)(\\w+)\\b.*?^}");

    @Test
    void whatHasTheSameNameIsTheSameInEveryScript() throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (Path script : scripts()) {
            Matcher declared = DECLARATION.matcher(Files.readString(script));
            while (declared.find()) {
                String text = known.putIfAbsent(declared.group(2), declared.group());
                if (text != null) {
                    assertThat(declared.group())
                            .as("%s in %s", declared.group(2), script)
                            .isEqualTo(text);
                }
            }
        }
        assertThat(known).containsKeys("AccountAnswer", "StandingsAnswer", "FeesAnswer");
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".cdc")).sorted().toList();
        }
    }
}
