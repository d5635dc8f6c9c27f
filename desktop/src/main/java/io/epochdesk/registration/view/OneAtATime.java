package io.epochdesk.registration.view;

import io.epochdesk.fault.Fault;
import io.epochdesk.text.Words;
import io.epochdesk.ui.FxTasks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Work in the background, one thing at a time, and what is to be seen of it. On the FX thread. */
final class OneAtATime {

    private final FxTasks tasks;
    private final Words words;
    private final Runnable over;
    private final ReadOnlyObjectWrapper<@Nullable Busy> busy = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Fault> fault = new ReadOnlyObjectWrapper<>();
    private FxTasks.@Nullable Running running;

    /**
     * Nothing is under way yet.
     *
     * @param over called whenever something is over, before what came of it is told
     */
    OneAtATime(FxTasks tasks, Words words, Runnable over) {
        this.tasks = tasks;
        this.words = words;
        this.over = over;
    }

    /**
     * Does something in the background; nothing while something else is under way.
     *
     * @param doing key of the words for it
     * @param canCancel whether it can be left half way
     * @param done told what came of it
     */
    <T> void run(String doing, boolean canCancel, Callable<T> work, Consumer<? super T> done) {
        if (busy.get() != null) {
            return;
        }
        fault.set(null);
        busy.set(new Busy(words.say(doing), canCancel));
        running =
                tasks.start(
                        doing,
                        work,
                        result -> {
                            idle();
                            over.run();
                            done.accept(result);
                        },
                        failure -> {
                            idle();
                            over.run();
                            fault.set(failure);
                        });
    }

    /** Ends what is under way, as far as it can be. */
    void cancel() {
        FxTasks.Running now = running;
        if (now != null) {
            now.cancel();
        }
        idle();
    }

    private void idle() {
        running = null;
        busy.set(null);
    }

    /** Something went wrong beside what is under way. */
    void failed(Fault what) {
        fault.set(what);
    }

    /** What is under way, or null. */
    ReadOnlyObjectProperty<@Nullable Busy> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What went wrong last, or null. */
    ReadOnlyObjectProperty<@Nullable Fault> faultProperty() {
        return fault.getReadOnlyProperty();
    }
}
