package io.epochdesk.settings.view;

import io.epochdesk.fault.SettingsFault;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.settings.NetworkDraft;
import io.epochdesk.settings.NodeDraft;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.List;
import java.util.Objects;

/** An access node being typed in. */
public final class NodeForm {

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final ObjectProperty<NodeDraft.Mode> mode =
            new SimpleObjectProperty<>(NodeDraft.Mode.PLAINTEXT);
    private final StringProperty networkingKey = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<NodeTest> test =
            new ReadOnlyObjectWrapper<>(new NodeTest.Untested());

    NodeForm(NodeDraft draft) {
        name.set(draft.name());
        host.set(draft.host());
        port.set(draft.port());
        mode.set(draft.mode());
        networkingKey.set(draft.networkingKey());
        // A result speaks of what was typed when the test began.
        host.subscribe(this::forget);
        port.subscribe(this::forget);
        mode.subscribe(this::forget);
        networkingKey.subscribe(this::forget);
    }

    /** What people call it; empty for its address. */
    public StringProperty name() {
        return name;
    }

    public StringProperty host() {
        return host;
    }

    public StringProperty port() {
        return port;
    }

    /** How to talk to it. */
    public ObjectProperty<NodeDraft.Mode> mode() {
        return mode;
    }

    /** 128 hex digits for pinned TLS. */
    public StringProperty networkingKey() {
        return networkingKey;
    }

    /** How its test stands. */
    public ReadOnlyObjectProperty<NodeTest> test() {
        return test.getReadOnlyProperty();
    }

    void test(NodeTest state) {
        test.set(state);
    }

    NodeDraft draft() {
        return new NodeDraft(name.get(), host.get(), port.get(), mode.get(), networkingKey.get());
    }

    /** What is wrong with this node alone. */
    public List<SettingsFault> problems() {
        return alone().problems();
    }

    /** The node; only while there are no problems. */
    AccessNode node() {
        return alone().toProfile().nodes().getFirst();
    }

    /** Checked in a network that is otherwise right, so that every problem found is this node's. */
    private NetworkDraft alone() {
        NetworkDraft right = NetworkDraft.of(NetworkProfiles.emulator());
        return new NetworkDraft(
                right.id(),
                right.name(),
                right.chain(),
                List.of(draft()),
                right.contracts(),
                right.budget(),
                right.receiveCapMiB(),
                right.safetyThreshold());
    }

    private void forget() {
        if (test.get() instanceof NodeTest.Running running) {
            running.task().cancel();
        }
        if (!Objects.equals(test.get(), new NodeTest.Untested())) {
            test.set(new NodeTest.Untested());
        }
    }
}
