package io.epochdesk.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every key used in the sources has words, and all words are used.
 *
 * <p>A use is a string literal that begins with the name of a bundle and a dot, or the first
 * argument of {@code say}, {@code count} or {@code name}. A literal that is the beginning of keys
 * uses all of them; where their last words are constants of an enum, all constants of that enum
 * must be there.
 */
class WordsGuardTest {

    private static final Path SOURCES = Path.of("src/main/java/io/epochdesk");
    private static final Path BUNDLES = Path.of("src/main/resources/io/epochdesk/text");
    private static final String REST = "((?:\\.[A-Za-z0-9_-]*[A-Za-z0-9_])*)(\\.?)\"";
    private static final Pattern CALL =
            Pattern.compile("(?:say|sayFacts|count|name|has)\\(\\s*\"([a-z][A-Za-z]*)" + REST);
    private static final Pattern FILE_NAME =
            Pattern.compile(".*\\.(json|css|cdc|properties|xml|log|db|png|ttf|txt|md)");
    private static final Pattern ENUM =
            Pattern.compile("\\benum (\\w+)[^{;]*\\{([^;{}]*(?:\\{[^}]*}[^;{}]*)*)");
    private static final Pattern CONSTANT =
            Pattern.compile("(?:^|[,\\s])([A-Z][A-Z0-9_]*)(?=\\s*(?:[,(;{]|$))");

    private static final Map<String, String> WORDS = new TreeMap<>();
    private static final Set<String> USED = new TreeSet<>();
    private static final Map<String, Set<String>> ENUMS = new HashMap<>();

    @BeforeAll
    static void readSourcesAndBundles() throws IOException {
        List<String> areas = new ArrayList<>();
        for (Path file : files(BUNDLES, ".properties")) {
            String area = file.getFileName().toString().replace(".properties", "");
            if (!area.contains("_")) {
                areas.add(area);
                Properties words = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
                words.forEach((key, sentence) -> WORDS.put(area + "." + key, (String) sentence));
            }
        }
        Pattern literal = Pattern.compile("\"(" + String.join("|", areas) + ")" + REST);
        for (Path file : files(SOURCES, ".java")) {
            String source = withoutComments(Files.readString(file));
            collect(literal.matcher(source));
            collect(CALL.matcher(source));
            Matcher enums = ENUM.matcher(source);
            while (enums.find()) {
                Matcher constants = CONSTANT.matcher(withoutArguments(enums.group(2)));
                Set<String> names = new TreeSet<>();
                constants.results().map(found -> found.group(1)).forEach(names::add);
                ENUMS.put(file.getFileName() + " " + enums.group(1), names);
            }
        }
    }

    @Test
    void everyKeyInUseHasWords() {
        List<String> missing = USED.stream().filter(key -> wordsOf(key).isEmpty()).toList();
        assertThat(missing).as(readyToPaste(missing)).isEmpty();
    }

    @Test
    void everyConstantHasWordsWhereOneOfItsKindHas() {
        Set<String> missing = new TreeSet<>();
        for (String prefix : USED) {
            Set<String> children = childrenOf(prefix);
            ENUMS.values().stream()
                    .filter(constants -> !children.isEmpty() && constants.containsAll(children))
                    .min((a, b) -> Integer.compare(a.size(), b.size()))
                    .ifPresent(
                            constants ->
                                    constants.stream()
                                            .filter(constant -> !children.contains(constant))
                                            .forEach(
                                                    constant ->
                                                            missing.add(prefix + "." + constant)));
        }
        assertThat(missing).as(readyToPaste(missing)).isEmpty();
    }

    @Test
    void noWordsAreLeftUnused() {
        Set<String> unused = new TreeSet<>(WORDS.keySet());
        USED.forEach(key -> unused.removeAll(wordsOf(key)));
        // FaultTextTest proves that the codes and these keys are the same
        unused.removeIf(key -> key.startsWith("fault."));
        // picocli looks for these by itself
        unused.removeIf(key -> key.startsWith("cli."));
        assertThat(unused).as("keys nobody uses").isEmpty();
    }

    @Test
    void noWordsAreEmptyOrLeaveABraceOpen() {
        List<String> wrong =
                WORDS.entrySet().stream()
                        .filter(word -> !word.getKey().matches("cli\\.(.+\\.)?usage\\..+"))
                        .filter(
                                word ->
                                        !word.getValue()
                                                .replaceAll("\\{\\w+}", "x")
                                                .matches("[^\\s{}]([^{}]*[^\\s{}])?"))
                        .map(Map.Entry::getKey)
                        .toList();
        assertThat(wrong).isEmpty();
    }

    private static Set<String> wordsOf(String key) {
        Set<String> found = new TreeSet<>();
        for (String candidate : WORDS.keySet()) {
            if (candidate.equals(key) || candidate.startsWith(key + ".")) {
                found.add(candidate);
            }
        }
        return found;
    }

    /** The last words of all keys below a prefix, where all of them look like constants. */
    private static Set<String> childrenOf(String prefix) {
        Set<String> children = new TreeSet<>();
        for (String key : wordsOf(prefix)) {
            String child = key.equals(prefix) ? "" : key.substring(prefix.length() + 1);
            if (!child.matches("[A-Z][A-Z0-9_]*")) {
                return Set.of();
            }
            children.add(child);
        }
        return children;
    }

    private static void collect(Matcher uses) {
        while (uses.find()) {
            String key = uses.group(1) + uses.group(2);
            boolean hasDot = !uses.group(2).isEmpty() || !uses.group(3).isEmpty();
            if (hasDot && !FILE_NAME.matcher(key).matches()) {
                USED.add(key);
            }
        }
    }

    private static String readyToPaste(Iterable<String> missing) {
        Map<String, StringBuilder> files = new TreeMap<>();
        for (String key : missing) {
            int dot = key.indexOf('.');
            files.computeIfAbsent(
                            key.substring(0, dot),
                            area -> new StringBuilder("\n# " + area + ".properties\n"))
                    .append(key.substring(dot + 1))
                    .append("=\n");
        }
        return "keys without words; paste and fill in:" + String.join("", files.values());
    }

    /** The constants of an enum alone: what is handed to them may be constants of another. */
    private static String withoutArguments(String constants) {
        String bare = constants.replaceAll("\"[^\"]*\"", "0");
        String before = "";
        while (!bare.equals(before)) {
            before = bare;
            bare = bare.replaceAll("\\([^()]*\\)", "");
        }
        return bare;
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
