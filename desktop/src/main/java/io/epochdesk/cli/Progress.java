package io.epochdesk.cli;

import io.epochdesk.live.Pulse;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tells whoever sits before a terminal what a command waits for, once that has taken half a second:
 * on standard error, in one line that is written over and taken away in the end. Where standard
 * error is no terminal nothing is said, so that logs and pipes hold no such lines.
 */
public final class Progress {

    /** What takes no longer needs no word. */
    static final Duration PATIENCE = Duration.ofMillis(500);

    /** What a terminal writes behind the line when Ctrl-C is typed. */
    private static final String INTERRUPT = "^C";

    /** Columns of the narrowest terminal that is reckoned with, less what else stands there. */
    static final int WIDTH = 79 - INTERRUPT.length();

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration NEVER = Duration.ofDays(1);

    private final Supplier<Pulse> pulses;
    private final PrintWriter err;
    private final BooleanSupplier watched;
    private final Words words;
    private final InstantSource clock;
    private final Object line = new Object();
    private int shown;
    private @Nullable Boolean seen;

    /**
     * Progress of commands of one process.
     *
     * @param pulses makes the beat that a line is renewed by
     * @param err standard error
     * @param watched whether that is a terminal; asked when there is something to say
     */
    public Progress(
            Supplier<Pulse> pulses,
            PrintWriter err,
            BooleanSupplier watched,
            Words words,
            InstantSource clock) {
        this.pulses = pulses;
        this.err = err;
        this.watched = watched;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Begins to wait.
     *
     * @param what what is waited for, asked for again whenever the line is renewed
     */
    Wait begin(Supplier<String> what) {
        return new Wait(what);
    }

    /** Whether lines are seen. */
    boolean isWatched() {
        synchronized (line) {
            if (seen == null) {
                seen = watched.getAsBoolean();
            }
            return seen;
        }
    }

    /** Takes the line away, if there is one; it comes back while the command still waits. */
    public void clear() {
        synchronized (line) {
            if (shown > 0) {
                err.print("\r" + " ".repeat(shown + INTERRUPT.length()) + "\r");
                err.flush();
                shown = 0;
            }
        }
    }

    private void show(String text) {
        synchronized (line) {
            String cut = text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
            err.print("\r" + cut + " ".repeat(Math.max(0, shown - cut.length())));
            err.flush();
            shown = cut.length();
        }
    }

    /** One wait, from its making until it is closed. */
    final class Wait implements AutoCloseable {

        private final Pulse pulse = pulses.get();
        private final Instant begun = clock.instant();
        private volatile Supplier<String> what;
        private @Nullable Duration next;
        private boolean over;

        private Wait(Supplier<String> what) {
            this.what = what;
            pulse.start(this::look);
        }

        /** Waits for something else from now on. */
        void now(Supplier<String> other) {
            what = other;
        }

        /** Prints something else while the line is away. */
        void aside(Runnable print) {
            synchronized (line) {
                clear();
                print.run();
            }
        }

        private Duration look() {
            synchronized (line) {
                if (next == null) {
                    next = PATIENCE;
                } else if (over || !isWatched()) {
                    next = NEVER;
                } else {
                    next = EVERY;
                    show(
                            words.say(
                                    "cli.wait.line",
                                    "what",
                                    what.get(),
                                    "time",
                                    Formats.duration(Duration.between(begun, clock.instant()))));
                }
                return next;
            }
        }

        /** Waits no longer. */
        void done() {
            synchronized (line) {
                over = true;
                clear();
            }
            pulse.close();
        }

        @Override
        public void close() {
            done();
        }
    }
}
