package io.epochdesk.cli;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/** How values are spelled in JSON. */
final class Spelling {

    private Spelling() {}

    /** A constant in lower camel case: {@code EPOCH_SETUP} becomes {@code epochSetup}. */
    static String of(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(
                    name.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    /** An instant in ISO 8601, or null. */
    static @Nullable String instant(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** A number that counts from 0 up, or null where -1 stands for "not known". */
    static @Nullable Long known(long value) {
        return value < 0 ? null : value;
    }
}
