package io.epochdesk.registration.view;

import io.epochdesk.fault.Fault;
import io.epochdesk.registration.Field;
import io.epochdesk.registration.Flow;

import javafx.util.Subscription;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps what is typed a moment after it was typed, and says what is wrong with it. */
final class Keeping {

    /** Long enough for a word, short enough that a crash costs no more. */
    private static final Duration MOMENT = Duration.ofMillis(300);

    private final Flow flow;
    private final FlowTools tools;
    private final Supplier<Map<Field, String>> texts;
    private final Consumer<Checked> checked;
    private final Consumer<Fault> failed;
    private final Map<Field, String> typed = new EnumMap<>(Field.class);
    private Subscription soon = Subscription.EMPTY;

    /**
     * Keeps nothing yet.
     *
     * @param texts what stands in the fields; asked on the FX thread
     * @param checked told on the FX thread what is wrong with the values
     * @param failed told when they could not be kept
     */
    Keeping(
            Flow flow,
            FlowTools tools,
            Supplier<Map<Field, String>> texts,
            Consumer<Checked> checked,
            Consumer<Fault> failed) {
        this.flow = flow;
        this.tools = tools;
        this.texts = texts;
        this.checked = checked;
        this.failed = failed;
    }

    /** A field's text is this now. On the FX thread. */
    void typed(Field field, String text) {
        synchronized (typed) {
            typed.put(field, text);
        }
        soon.unsubscribe();
        soon = tools.fx().after(MOMENT, this::look);
    }

    /** Keeps what was typed in the background, and tells what is wrong. */
    void look() {
        Map<Field, String> now = texts.get();
        tools.tasks()
                .start(
                        "keeping what was typed",
                        () -> {
                            keep();
                            return new Checked(now, flow.problems());
                        },
                        checked,
                        failed);
    }

    /** Keeps now what was typed since the last time; blocks. */
    synchronized void keep() {
        Map<Field, String> fresh = new EnumMap<>(Field.class);
        synchronized (typed) {
            fresh.putAll(typed);
            typed.clear();
        }
        fresh.entrySet()
                .removeIf(each -> flow.values().text(each.getKey()).equals(each.getValue()));
        if (!fresh.isEmpty()) {
            flow.enter(fresh, "");
        }
    }
}
