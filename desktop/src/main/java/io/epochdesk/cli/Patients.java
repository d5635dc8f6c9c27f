package io.epochdesk.cli;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.KeyCustody;
import io.epochdesk.doctor.NodeUnderCare;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.VaultFault;
import io.epochdesk.history.OwnNode;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.bootstrap.FoundFile;
import io.epochdesk.keys.bootstrap.FoundNode;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.network.NetworkProfile;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The nodes a doctor is to examine, each told of once, and their keys while they are examined. */
final class Patients implements AutoCloseable {

    private final Surroundings surroundings;
    private final String chain;
    private final Map<String, NodeUnderCare> nodes = new LinkedHashMap<>();
    private final List<BootstrapFindings> opened = new ArrayList<>();
    private @Nullable Vault vault;

    Patients(Surroundings surroundings, NetworkProfile network) {
        this.surroundings = surroundings;
        this.chain = network.chain().value();
    }

    List<NodeUnderCare> nodes() {
        return List.copyOf(nodes.values());
    }

    /** Whether a node was told of already. */
    boolean has(String nodeId) {
        return nodes.containsKey(nodeId);
    }

    /**
     * The nodes of a bootstrap folder.
     *
     * @throws FaultException when there is no node in it
     */
    void inFolder(Path folder, @Nullable FlowAddress owner) {
        BootstrapFindings found = new BootstrapFolder().look(folder);
        opened.add(found);
        if (found.nodes().isEmpty()) {
            throw new FaultException(
                    found.files().stream()
                            .map(FoundFile::fault)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElseThrow());
        }
        for (FoundNode node : found.nodes()) {
            nodes.putIfAbsent(
                    node.nodeId(),
                    NodeUnderCare.found(folder.toString(), found, node, chain).stakedBy(owner));
        }
    }

    /** The operator's nodes, with all that was told of them before. */
    void own(List<OwnNode> known) {
        for (OwnNode node : known) {
            NodeUnderCare told = nodes.get(node.nodeId());
            if (told == null) {
                told = fromItsFolder(node);
            }
            FlowAddress machine = address(node.machineAccount());
            FlowAddress owner = address(node.stakingAccount());
            nodes.put(
                    node.nodeId(),
                    told.onAccount(told.machineAccount() == null ? machine : told.machineAccount())
                            .stakedBy(
                                    told.stakingAccount() == null ? owner : told.stakingAccount()));
        }
    }

    /** A folder that is not there any more is told, and the node examined without it. */
    private NodeUnderCare fromItsFolder(OwnNode node) {
        String folder = node.bootstrapFolder();
        if (folder != null) {
            try {
                BootstrapFindings found = new BootstrapFolder().look(Path.of(folder));
                opened.add(found);
                for (FoundNode each : found.nodes()) {
                    if (each.nodeId().equals(node.nodeId())) {
                        return NodeUnderCare.found(folder, found, each, chain);
                    }
                }
            } catch (FaultException e) {
                trouble(e.fault());
            }
        }
        return NodeUnderCare.of(node.nodeId());
    }

    /** A node by its ID; accounts given with it go before those told before. */
    void named(String nodeId, @Nullable FlowAddress machine, @Nullable FlowAddress owner) {
        NodeUnderCare told = nodes.getOrDefault(nodeId, NodeUnderCare.of(nodeId));
        nodes.put(
                nodeId,
                told.onAccount(machine == null ? told.machineAccount() : machine)
                        .stakedBy(owner == null ? told.stakingAccount() : owner));
    }

    /** The operator says that keys nobody showed are kept elsewhere. */
    void keysElsewhere() {
        keepUnseen(node -> node.keptBy(new KeyCustody.Elsewhere()));
    }

    /**
     * Looks for keys nobody showed in the vault, if there is one: with the password file, or asking
     * whoever sits at a terminal. Without either they stay locked away.
     */
    void keysInVault(@Nullable Path passwordFile) {
        boolean wanted =
                nodes.values().stream()
                        .anyMatch(node -> node.custody() instanceof KeyCustody.Unseen);
        if (!wanted || !surroundings.vault().door().store().exists()) {
            return;
        }
        try {
            vault = unlocked(passwordFile);
        } catch (FaultException e) {
            boolean nobodyThere =
                    e.fault() instanceof VaultFault fault
                            && fault.kind() == VaultFault.Kind.NO_TERMINAL;
            if (!nobodyThere) {
                trouble(e.fault());
            }
        }
        keepUnseen(
                node ->
                        node.keptBy(
                                vault == null
                                        ? new KeyCustody.VaultLocked()
                                        : new KeyCustody.Keyring(this::held)));
    }

    private @Nullable Vault unlocked(@Nullable Path passwordFile) {
        VaultDesk desk = new VaultDesk(surroundings);
        if (passwordFile != null) {
            return desk.unlock(passwordFile);
        }
        char[] typed =
                surroundings.vault().prompt().ask(surroundings.formats().words().say("doctor.ask"));
        if (typed.length == 0) {
            return null;
        }
        try (Password password = new Password(typed)) {
            return desk.unlock(password);
        }
    }

    private List<KeyCustody.AtHand> held(FlowAddress account) {
        Vault open = Objects.requireNonNull(vault);
        return open.keys().stream()
                .filter(key -> key.network().equals(chain) && key.address().equals(account.hex()))
                .map(key -> atHand(open, key))
                .toList();
    }

    private KeyCustody.AtHand atHand(Vault open, VaultKey key) {
        return new KeyCustody.AtHand(open.signer(key.name(), chain), key.keyIndex(), key.name());
    }

    private void keepUnseen(UnaryOperator<NodeUnderCare> how) {
        nodes.replaceAll(
                (_, node) -> node.custody() instanceof KeyCustody.Unseen ? how.apply(node) : node);
    }

    /** Tells of something that stands in the way of less than the whole. */
    void trouble(Fault fault) {
        new FaultReport(surroundings).write(surroundings.streams().err(), fault);
    }

    private static @Nullable FlowAddress address(@Nullable String hex) {
        return hex == null ? null : FlowAddress.of(hex);
    }

    /** Wipes every key that was read, and locks the vault. */
    @Override
    public void close() {
        opened.forEach(BootstrapFindings::close);
        if (vault != null) {
            vault.close();
        }
    }
}
