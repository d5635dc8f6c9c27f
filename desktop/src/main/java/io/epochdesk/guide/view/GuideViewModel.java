package io.epochdesk.guide.view;

import io.epochdesk.guide.Chapter;
import io.epochdesk.guide.Guide;
import io.epochdesk.guide.Place;
import io.epochdesk.ui.FxTasks;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Which part of the guide is open, and the way back. The guide is read when it is first wanted. */
public final class GuideViewModel {

    private final FxTasks tasks;
    private final Callable<Guide> reader;
    private final ReadOnlyObjectWrapper<@Nullable Guide> guide = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.CONTENTS);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final Deque<Place> before = new ArrayDeque<>();
    private boolean wanted;

    /**
     * A closed guide.
     *
     * @param reader reads it, in the background
     */
    public GuideViewModel(FxTasks tasks, Callable<Guide> reader) {
        this.tasks = tasks;
        this.reader = reader;
    }

    /** Has the guide read, unless it was. */
    public void want() {
        if (!wanted) {
            wanted = true;
            tasks.start("reading the guide", reader, guide::set, _ -> wanted = false);
        }
    }

    /** Opens the guide at a place; the way back begins there if it was closed. */
    public void show(Place wantedPlace) {
        want();
        if (!open.get()) {
            before.clear();
        } else if (!place.get().equals(wantedPlace)) {
            before.push(place.get());
        }
        go(wantedPlace);
        open.set(true);
    }

    /** Opens help on this topic, or closes it when it is shown already. */
    public void toggle(String topic) {
        Place asked = Place.of(topic);
        if (open.get() && asked.equals(place.get())) {
            close();
        } else {
            show(asked);
        }
    }

    /** Goes where a link of the open chapter leads. */
    public void follow(String link) {
        show(Place.follow(link, place.get().chapter()));
    }

    /** Goes back to where one came from. */
    public void back() {
        if (!before.isEmpty()) {
            go(before.pop());
        }
    }

    /** Closes it. */
    public void close() {
        open.set(false);
    }

    /** The open chapter; asked for once the guide is there. */
    public Chapter chapter() {
        return Objects.requireNonNull(guide.get()).chapter(place.get().chapter());
    }

    /** The guide, or null until it is read. */
    public ReadOnlyObjectProperty<@Nullable Guide> guideProperty() {
        return guide.getReadOnlyProperty();
    }

    /** The open place. */
    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Whether it is open. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether there is a way back. */
    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    private void go(Place next) {
        place.set(next);
        canGoBack.set(!before.isEmpty());
    }
}
