package io.epochdesk.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The list of faults that operators look codes up in, {@code docs/faults.md}, says what the console
 * says. Run after a change of {@code text/fault.properties}, this writes the list anew beside the
 * build's results and tells how to take it over.
 */
class FaultListTest {

    private static final Path WORDS =
            Path.of("src/main/resources/io/epochdesk/text/fault.properties");
    private static final Path CHAPTER = Path.of("src/main/resources/io/epochdesk/guide/faults.md");
    private static final Path LIST = Path.of("docs/faults.md");
    private static final Path FRESH = Path.of("target/faults.md");
    private static final Pattern SENTENCE = Pattern.compile("([A-Z]+)-\\d+\\.sentence");
    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    private static final Map<String, String> FAMILIES = new LinkedHashMap<>();

    static {
        FAMILIES.put("NET", "the way to an access node, and the node itself");
        FAMILIES.put("CDC", "an answer that is not what it should be");
        FAMILIES.put("CHN", "the chain: another one, another history, or it refused");
        FAMILIES.put("SET", "settings and command lines");
        FAMILIES.put("KEY", "keys and signatures");
        FAMILIES.put("VLT", "the vault");
        FAMILIES.put("FIL", "files of the node software");
        FAMILIES.put("HIS", "the file in which the console remembers what it saw and did");
        FAMILIES.put("TXN", "transactions that are built, signed, carried and sent");
        FAMILIES.put("EVD", "evidence of a past epoch");
        FAMILIES.put("FLT", "which nodes are yours");
        FAMILIES.put("INT", "the console itself");
    }

    @Test
    void theListOfFaultsSaysWhatTheConsoleSays() throws IOException {
        String list = list(words());
        Files.createDirectories(FRESH.getParent());
        Files.writeString(FRESH, list);
        assertThat(Files.exists(LIST) ? Files.readString(LIST) : "")
                .as("%s is old; run in desktop/: cp %s %s", LIST, FRESH, LIST)
                .isEqualTo(list);
    }

    @Test
    void theGuideSaysOfEveryFamilyWhereItHappened() throws IOException {
        String chapter = Files.readString(CHAPTER);
        assertThat(FAMILIES.keySet())
                .allSatisfy(family -> assertThat(chapter).contains("**" + family + "**"));
    }

    private static Map<String, String> words() throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(WORDS)) {
            words.load(reader);
        }
        Map<String, String> sorted = new TreeMap<>();
        words.forEach((key, sentence) -> sorted.put((String) key, (String) sentence));
        return sorted;
    }

    private static String list(Map<String, String> words) {
        Map<String, List<String>> rows = new TreeMap<>();
        words.forEach(
                (key, sentence) -> {
                    var found = SENTENCE.matcher(key);
                    if (found.matches()) {
                        String code = key.substring(0, key.indexOf('.'));
                        String advice = words.getOrDefault(code + ".advice", "");
                        rows.computeIfAbsent(found.group(1), _ -> new ArrayList<>())
                                .add(
                                        "| `%s` | %s | %s |\n"
                                                .formatted(code, cell(sentence), cell(advice)));
                    }
                });
        assertThat(new TreeSet<>(FAMILIES.keySet()))
                .as("families of codes and what is said of them here")
                .isEqualTo(rows.keySet());
        StringBuilder list =
                new StringBuilder(
                        """
                        # Every fault and what to do

                        The console shows a code, what happened and the next step; here are all of them. Codes do not change from version to version.
                        Words in *italics* are filled in. A test (`FaultListTest`) makes this list of `text/fault.properties` and fails when it is old.
                        """);
        FAMILIES.forEach(
                (family, what) -> {
                    list.append("\n## %s: %s\n\n".formatted(family, what))
                            .append("| code | what happened | next step |\n| --- | --- | --- |\n");
                    rows.getOrDefault(family, List.of()).forEach(list::append);
                });
        return list.toString();
    }

    private static String cell(String sentence) {
        return FACT.matcher(sentence.replace("|", "\\|").replace("\n", " "))
                .replaceAll(fact -> "*" + fact.group(1) + "*");
    }
}
