package io.epochdesk.cadence;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** What a JSON-Cadence value says it is: the text of its {@code type} member. */
sealed interface ValueKind permits IntegerType, FixedPointType, CompositeKind, PlainKind {

    /** Every kind of the format by its label. */
    Map<String, ValueKind> BY_LABEL = byLabel();

    /** The text of the {@code type} member. */
    String label();

    /** The kind of this label, or null when the format has none. */
    static @Nullable ValueKind of(String label) {
        return BY_LABEL.get(label);
    }

    private static Map<String, ValueKind> byLabel() {
        Map<String, ValueKind> kinds = new HashMap<>();
        for (ValueKind[] family :
                new ValueKind[][] {
                    IntegerType.values(),
                    FixedPointType.values(),
                    CompositeKind.values(),
                    PlainKind.values()
                }) {
            for (ValueKind kind : family) {
                kinds.put(kind.label(), kind);
            }
        }
        return Map.copyOf(kinds);
    }
}
