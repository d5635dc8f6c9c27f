package io.epochdesk.settings.view;

import io.epochdesk.fault.SettingsFault;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.RequestBudget;
import io.epochdesk.settings.NetworkDraft;
import io.epochdesk.settings.NodeDraft;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A network being edited. */
public final class NetworkForm {

    private final String id;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty chain = new SimpleStringProperty("");
    private final ObjectProperty<RequestBudget> budget = new SimpleObjectProperty<>();
    private final StringProperty receiveCap = new SimpleStringProperty("");
    private final StringProperty safetyThreshold = new SimpleStringProperty("");
    private final ObservableList<NodeForm> nodes = FXCollections.observableArrayList();
    private final Map<String, StringProperty> contracts = new TreeMap<>();
    private final NetworkDraft saved;

    NetworkForm(NetworkProfile profile) {
        saved = NetworkDraft.of(profile);
        id = saved.id();
        name.set(saved.name());
        chain.set(saved.chain());
        budget.set(saved.budget());
        receiveCap.set(saved.receiveCapMiB());
        safetyThreshold.set(saved.safetyThreshold());
        saved.nodes().forEach(node -> nodes.add(new NodeForm(node)));
        saved.contracts()
                .forEach(
                        (contract, address) ->
                                contracts.put(contract, new SimpleStringProperty(address)));
    }

    public String id() {
        return id;
    }

    public StringProperty name() {
        return name;
    }

    /** Chain ID, such as {@code flow-mainnet}. */
    public StringProperty chain() {
        return chain;
    }

    /** How much of the nodes' limits may be used. */
    public ObjectProperty<RequestBudget> budget() {
        return budget;
    }

    /** The largest answer accepted, in MiB. */
    public StringProperty receiveCap() {
        return receiveCap;
    }

    /** Views before an epoch's end; empty where there is no fallback. */
    public StringProperty safetyThreshold() {
        return safetyThreshold;
    }

    /** The access nodes in order of preference. */
    public ObservableList<NodeForm> nodes() {
        return nodes;
    }

    /** Address of each contract by name. */
    public Map<String, StringProperty> contracts() {
        return Collections.unmodifiableMap(contracts);
    }

    /** Adds an access node at the end. */
    public NodeForm addNode() {
        NodeForm node = new NodeForm(new NodeDraft("", "", "", NodeDraft.Mode.PLAINTEXT, ""));
        nodes.add(node);
        return node;
    }

    /** Moves a node up (-1) or down (+1); stays where it is at the ends. */
    public void move(NodeForm node, int by) {
        int from = nodes.indexOf(node);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < nodes.size()) {
            nodes.remove(from);
            nodes.add(to, node);
        }
    }

    /** Whether anything differs from what is saved. */
    public boolean isChanged() {
        return !draft().equals(saved);
    }

    /** Everything that is wrong; nodes tell their own problems, too. */
    public List<SettingsFault> problems() {
        return draft().problems();
    }

    /** What is wrong with a setting, named as {@link NetworkDraft} names it. */
    public Optional<SettingsFault> problem(String setting) {
        return problems().stream()
                .filter(fault -> setting.equals(fault.facts().get("setting")))
                .findFirst();
    }

    NetworkDraft draft() {
        Map<String, String> addresses = new TreeMap<>();
        contracts.forEach((contract, address) -> addresses.put(contract, address.get()));
        return new NetworkDraft(
                id,
                name.get(),
                chain.get(),
                nodes.stream().map(NodeForm::draft).toList(),
                addresses,
                budget.get(),
                receiveCap.get(),
                safetyThreshold.get());
    }
}
