package io.epochdesk.fleet.view;

import io.epochdesk.fault.Fault;
import io.epochdesk.fleet.Fleet;
import io.epochdesk.fleet.Found;
import io.epochdesk.history.OwnNode;
import io.epochdesk.ui.FxTasks;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Finds nodes and adds them. */
final class AddViewModel {

    private final Fleet fleet;
    private final FxTasks tasks;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Fault> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
    private final Set<String> left = new HashSet<>();
    private FxTasks.Running running = () -> {};

    AddViewModel(Fleet fleet, FxTasks tasks) {
        this.fleet = fleet;
        this.tasks = tasks;
        text.subscribe(() -> found.set(null));
    }

    /** Looks for what was typed. */
    void find() {
        String wanted = text.get();
        look(() -> fleet.find(wanted));
    }

    /** Looks through a bootstrap folder. */
    void look(Path folder) {
        look(() -> fleet.look(folder));
    }

    private void look(Callable<Found> how) {
        running.cancel();
        busy.set(true);
        failure.set(null);
        found.set(null);
        left.clear();
        running =
                tasks.start(
                        "finding nodes",
                        how,
                        result -> {
                            busy.set(false);
                            name.set(
                                    result.nodes().size() == 1
                                            ? result.nodes().getFirst().label()
                                            : "");
                            found.set(result);
                        },
                        this::failed);
    }

    /** Takes a found node in or leaves it out. */
    void choose(OwnNode node, boolean in) {
        if (in) {
            left.remove(node.nodeId());
        } else {
            left.add(node.nodeId());
        }
    }

    /** Adds what was found and not left out; a single one under the name given. */
    void add() {
        Found result = found.get();
        if (result == null) {
            return;
        }
        List<OwnNode> nodes =
                result.nodes().stream()
                        .filter(node -> !left.contains(node.nodeId()))
                        .map(
                                node ->
                                        result.nodes().size() == 1 && !name.get().isBlank()
                                                ? node.called(name.get().strip())
                                                : node)
                        .toList();
        busy.set(true);
        failure.set(null);
        Callable<Boolean> work =
                () -> {
                    fleet.add(nodes);
                    return true;
                };
        running =
                tasks.start(
                        "adding nodes",
                        work,
                        _ -> {
                            busy.set(false);
                            done.set(true);
                        },
                        this::failed);
    }

    /** Stops what is under way. */
    void stop() {
        running.cancel();
    }

    private void failed(Fault fault) {
        busy.set(false);
        failure.set(fault);
    }

    StringProperty textProperty() {
        return text;
    }

    /** The name for a single node that was found. */
    StringProperty nameProperty() {
        return name;
    }

    ReadOnlyObjectProperty<@Nullable Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Fault> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }
}
