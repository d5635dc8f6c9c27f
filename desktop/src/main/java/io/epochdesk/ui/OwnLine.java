package io.epochdesk.ui;

import io.epochdesk.text.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the operator's nodes have done, in one line however many they are. */
public final class OwnLine {

    /** More than these are counted instead of named. */
    private static final int FEW = 4;

    private final Words words;
    private final String key;
    private final List<Deed> deeds = new ArrayList<>();

    private record Deed(String label, boolean done, String text) {}

    /**
     * An empty line.
     *
     * @param key has {@code .all}, with the fact {@code all}, and {@code .some}, with {@code done},
     *     {@code all} and {@code missing}
     */
    public OwnLine(Words words, String key) {
        this.words = words;
        this.key = key;
    }

    /**
     * Adds a node.
     *
     * @param label what the operator calls it
     * @param done whether it has done its part
     * @param text what it has done, in words
     */
    public void add(String label, boolean done, String text) {
        deeds.add(new Deed(label, done, text));
    }

    /** The line; empty when no node was added. */
    public String text() {
        List<Deed> sorted = deeds.stream().sorted(Comparator.comparing(Deed::label)).toList();
        if (sorted.size() <= FEW) {
            return sorted.stream().map(Deed::text).collect(Collectors.joining(" · "));
        }
        List<String> missing =
                sorted.stream().filter(deed -> !deed.done()).map(Deed::label).toList();
        if (missing.isEmpty()) {
            return words.say(key + ".all", "all", sorted.size());
        }
        String named = missing.stream().limit(FEW).collect(Collectors.joining(", "));
        return words.say(
                key + ".some",
                "done",
                sorted.size() - missing.size(),
                "all",
                sorted.size(),
                "missing",
                missing.size() > FEW ? named + ", …" : named);
    }
}
