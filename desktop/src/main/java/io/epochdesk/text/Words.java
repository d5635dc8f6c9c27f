package io.epochdesk.text;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every visible sentence by its key. A key is {@code <area>.<rest>}: the area names the file {@code
 * <area>.properties}, the rest is the key in it, so {@code clusters.headline.done} stands in {@code
 * clusters.properties} as {@code headline.done}.
 *
 * <p>Placeholders are named: {@code {cluster}}. Whole numbers given as values are written with thin
 * separators. A file {@code <area>_<language>.properties} overrides single keys for a language.
 * Unknown keys and missing values are refused with an exception, which the guard over all sources
 * turns into a failing test long before a person sees it.
 */
public final class Words {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Locale locale;
    private final Map<String, Properties> areas = new ConcurrentHashMap<>();

    public Words(Locale locale) {
        this.locale = locale;
    }

    /** The language these words are in. */
    public Locale locale() {
        return locale;
    }

    /**
     * The sentence of a key, with values for its placeholders as name, value, name, value …
     *
     * @throws IllegalArgumentException when there is no such key, or a placeholder has no value
     */
    public String say(String key, Object... namesAndValues) {
        Map<String, Object> values = pairs(namesAndValues);
        return fill(
                template(key),
                name -> {
                    Object value = values.get(name);
                    if (value == null) {
                        throw new IllegalArgumentException(
                                "no value for {" + name + "} of the key " + key);
                    }
                    return written(value);
                });
    }

    /**
     * The sentence of a key, filled from facts that came from elsewhere: a missing one is written
     * as a question mark, because a gap in a sentence must not hide the sentence.
     */
    public String sayFacts(String key, Map<String, String> facts) {
        return fill(template(key), name -> facts.getOrDefault(name, "?"));
    }

    /**
     * The sentence for a number of things: {@code <key>.one} or {@code <key>.other}, or {@code
     * <key>.zero} where there is one. The number itself is the value of {@code {count}}.
     */
    public String count(String key, long count, Object... namesAndValues) {
        Object[] values = new Object[namesAndValues.length + 2];
        values[0] = "count";
        values[1] = count;
        System.arraycopy(namesAndValues, 0, values, 2, namesAndValues.length);
        if (count == 0 && has(key + ".zero")) {
            return say(key + ".zero", values);
        }
        return say(key + (count == 1 ? ".one" : ".other"), values);
    }

    /** The word for a constant: {@code <key>.<CONSTANT>}. */
    public String name(String key, Enum<?> constant, Object... namesAndValues) {
        return say(key + "." + constant.name(), namesAndValues);
    }

    /** Whether there is a sentence for this key. */
    public boolean has(String key) {
        return find(key) != null;
    }

    private String template(String key) {
        String found = find(key);
        if (found == null) {
            throw new IllegalArgumentException("no words for the key " + key);
        }
        return found;
    }

    private @Nullable String find(String key) {
        int dot = key.indexOf('.');
        if (dot <= 0) {
            throw new IllegalArgumentException("a key is <area>.<rest>, not " + key);
        }
        return areas.computeIfAbsent(key.substring(0, dot), this::load)
                .getProperty(key.substring(dot + 1));
    }

    private Properties load(String area) {
        Properties words = new Properties();
        read(area, words);
        Properties translated = new Properties(words);
        read(area + "_" + locale.getLanguage(), translated);
        return translated;
    }

    private static void read(String name, Properties into) {
        try (InputStream file =
                Words.class.getResourceAsStream("/io/epochdesk/text/" + name + ".properties")) {
            if (file != null) {
                into.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fill(String template, Function<String, String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
    }

    private static String written(Object value) {
        return value instanceof Long || value instanceof Integer
                ? Formats.number(((Number) value).longValue())
                : value.toString();
    }

    private static Map<String, Object> pairs(Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("values come in pairs of name and value");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }
}
