package io.epochdesk.settings.view;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.NodeProbe;
import io.epochdesk.settings.NodeDraft;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.Theme;
import io.epochdesk.ui.FxTasks;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What the Settings page edits. Networks are saved one by one when asked; everything else at once.
 */
public final class SettingsViewModel {

    private final SettingsKeeper keeper;
    private final NodeProbe probe;
    private final FxTasks tasks;
    private final ObservableList<String> networks = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable NetworkForm> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Fault> fault = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Settings> settings = new ReadOnlyObjectWrapper<>();
    private final Map<String, NetworkForm> forms = new LinkedHashMap<>();

    public SettingsViewModel(SettingsKeeper keeper, NodeProbe probe, FxTasks tasks) {
        this.keeper = keeper;
        this.probe = probe;
        this.tasks = tasks;
        take(keeper.current());
        selected.subscribe(id -> form.set(id == null ? null : forms.get(id)));
        selected.set(keeper.current().chosen().id());
    }

    /** The settings in force. */
    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /** Ids of the networks, in order; unsaved new ones included. */
    public ObservableList<String> networks() {
        return networks;
    }

    /** Id of the network being edited. */
    public ObjectProperty<@Nullable String> selected() {
        return selected;
    }

    /** The network being edited, or null when none is selected. */
    public ReadOnlyObjectProperty<@Nullable NetworkForm> form() {
        return form.getReadOnlyProperty();
    }

    /** Why the last saving failed, or null. */
    public ReadOnlyObjectProperty<@Nullable Fault> fault() {
        return fault.getReadOnlyProperty();
    }

    /** The name of a network as it is being edited. */
    public ReadOnlyStringProperty nameProperty(String id) {
        NetworkForm known = forms.get(id);
        return known == null ? new ReadOnlyStringWrapper(id) : known.name();
    }

    /** Whether a network was added and not saved yet. */
    public boolean isNew(String id) {
        return settings.get().networks().stream().noneMatch(network -> network.id().equals(id));
    }

    /** Whether the console brought this network along. */
    public static boolean isBuiltIn(String id) {
        return NetworkProfiles.builtIn().stream().anyMatch(network -> network.id().equals(id));
    }

    /** Adds a network like a built-in one, to be named and saved. */
    public void add(NetworkProfile like, String name) {
        int number = 1;
        while (forms.containsKey(like.id() + "-" + number)) {
            number++;
        }
        String id = like.id() + "-" + number;
        forms.put(id, new NetworkForm(NetworkProfiles.custom(id, name, like, like.nodes())));
        networks.add(id);
        selected.set(id);
    }

    /** Removes a network; a built-in one goes back to what it was at first. */
    public void remove(String id) {
        forms.remove(id);
        change(current -> current.withoutNetwork(id));
    }

    /** Forgets what was typed for a network and not saved. */
    public void discard(String id) {
        forms.remove(id);
        take(keeper.current());
        reselect(id);
    }

    /** Saves the network being edited; it must have no problems. */
    public void save() {
        NetworkForm edited = Objects.requireNonNull(form.get());
        NetworkProfile profile = edited.draft().toProfile();
        forms.remove(edited.id());
        change(current -> current.withNetwork(profile));
    }

    /** Changes theme, language, time zone or data folder. */
    public void theme(Theme theme) {
        change(current -> current.withTheme(theme));
    }

    /** A BCP 47 tag, or empty for the system's language. */
    public void language(String tag) {
        change(current -> current.withLanguage(tag));
    }

    /** A zone ID, or empty for the system's. */
    public void timeZone(String zone) {
        change(current -> current.withTimeZone(zone));
    }

    /** A folder, or empty for the usual one. */
    public void dataFolder(String folder) {
        change(current -> current.withDataFolder(folder));
    }

    /** Where manifests of audited transactions are, or empty for none. */
    public void manifests(String place) {
        change(current -> current.withManifests(place));
    }

    /** Tests a node as it is typed in; it must have no problems. */
    public void test(NodeForm node) {
        AccessNode typed = node.node();
        NetworkForm network = Objects.requireNonNull(form.get());
        String chain = network.chain().get();
        FxTasks.Running running =
                tasks.start(
                        "test of an access node",
                        () -> probe.check(typed, NetworkProfile.DEFAULT_RECEIVE_CAP),
                        check ->
                                node.test(
                                        new NodeTest.Passed(
                                                check, check.chain().value().equals(chain))),
                        wrong -> node.test(new NodeTest.Failed(wrong)));
        node.test(new NodeTest.Running(running));
    }

    /** Ends the test of a node. */
    public void cancel(NodeForm node) {
        if (node.test().get() instanceof NodeTest.Running running) {
            running.task().cancel();
            node.test(new NodeTest.Untested());
        }
    }

    /** All modes a node can be talked to. */
    public static List<NodeDraft.Mode> modes() {
        return List.of(NodeDraft.Mode.values());
    }

    private void change(UnaryOperator<Settings> how) {
        tasks.start(
                "saving the settings",
                () -> keeper.change(how),
                saved -> {
                    fault.set(null);
                    String open = selected.get();
                    take(saved);
                    reselect(open);
                },
                fault::set);
    }

    private void reselect(@Nullable String id) {
        selected.set(null);
        selected.set(
                id != null && forms.containsKey(id)
                        ? id
                        : networks.isEmpty() ? null : networks.getFirst());
    }

    private void take(Settings next) {
        settings.set(next);
        Map<String, NetworkForm> before = new LinkedHashMap<>(forms);
        forms.clear();
        for (NetworkProfile network : next.networks()) {
            NetworkForm known = before.remove(network.id());
            forms.put(network.id(), known == null ? new NetworkForm(network) : known);
        }
        forms.putAll(before);
        networks.setAll(forms.keySet());
    }
}
