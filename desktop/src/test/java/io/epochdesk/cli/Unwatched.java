package io.epochdesk.cli;

import io.epochdesk.live.HandCrankedPulse;
import io.epochdesk.text.Words;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.InstantSource;
import java.util.Locale;

/** Commands that nobody sits before. */
public final class Unwatched {

    private Unwatched() {}

    /** Progress that says nothing. */
    public static Progress progress() {
        return new Progress(
                HandCrankedPulse::new,
                new PrintWriter(Writer.nullWriter()),
                () -> false,
                new Words(Locale.ENGLISH),
                InstantSource.system());
    }
}
