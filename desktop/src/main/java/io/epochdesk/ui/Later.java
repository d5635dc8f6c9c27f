package io.epochdesk.ui;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A view that is made when it is first looked at: the window is on the screen sooner the less it
 * makes that nobody sees. On the FX thread.
 *
 * @param <T> the view
 */
public final class Later<T> {

    private final Supplier<T> make;
    private final List<Consumer<T>> waiting = new ArrayList<>();
    private @Nullable T made;

    /** A view that is made by this, at most once. */
    public Later(Supplier<T> make) {
        this.make = make;
    }

    /** The view; makes it if need be. */
    public T get() {
        T known = made;
        if (known == null) {
            known = make.get();
            made = known;
            T fresh = known;
            waiting.forEach(each -> each.accept(fresh));
            waiting.clear();
        }
        return known;
    }

    /** The view, if anybody has looked at it. */
    public Optional<T> ifMade() {
        return Optional.ofNullable(made);
    }

    /** Does this to the view, once there is one. */
    public void once(Consumer<T> what) {
        T known = made;
        if (known == null) {
            waiting.add(what);
        } else {
            what.accept(known);
        }
    }
}
