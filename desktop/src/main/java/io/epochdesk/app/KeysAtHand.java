package io.epochdesk.app;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.doctor.KeyCustody;
import io.epochdesk.doctor.NodeUnderCare;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fleet.KeyFinder;
import io.epochdesk.history.OwnNode;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.bootstrap.FoundNode;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.keys.vault.VaultSession;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Shows the doctor an own node's bootstrap folder, and its key in the vault while that is unlocked.
 * Examining does not count as using the vault: it locks itself all the same.
 *
 * @param session the vault while it is unlocked
 * @param exists whether there is a vault at all
 * @param chain chain ID of the network
 */
record KeysAtHand(VaultSession session, BooleanSupplier exists, String chain) implements KeyFinder {

    private static final Logger LOG = LoggerFactory.getLogger(KeysAtHand.class);

    @Override
    public Care of(OwnNode node) {
        Care care = fromItsFolder(node);
        NodeUnderCare told = care.node();
        FlowAddress machine =
                told.machineAccount() == null
                        ? address(node.machineAccount())
                        : told.machineAccount();
        NodeUnderCare whole = told.onAccount(machine).stakedBy(address(node.stakingAccount()));
        return new Care(
                whole.custody() instanceof KeyCustody.Unseen ? whole.keptBy(inVault()) : whole,
                care.after());
    }

    /** A folder that is not there any more hinders no examination; its node is unseen then. */
    private Care fromItsFolder(OwnNode node) {
        String folder = node.bootstrapFolder();
        if (folder == null) {
            return Care.of(NodeUnderCare.of(node.nodeId()));
        }
        try {
            BootstrapFindings found = new BootstrapFolder().look(Path.of(folder));
            for (FoundNode each : found.nodes()) {
                if (each.nodeId().equals(node.nodeId())) {
                    return new Care(NodeUnderCare.found(folder, found, each, chain), found::close);
                }
            }
            found.close();
        } catch (FaultException e) {
            LOG.info("The folder of a node cannot be used: {}", e.fault().code());
        }
        return Care.of(NodeUnderCare.of(node.nodeId()));
    }

    private KeyCustody inVault() {
        if (session.peek().isPresent()) {
            return new KeyCustody.Keyring(this::held);
        }
        return exists.getAsBoolean() ? new KeyCustody.VaultLocked() : new KeyCustody.Unseen();
    }

    /** None when the vault was locked meanwhile. */
    private List<KeyCustody.AtHand> held(FlowAddress account) {
        try {
            return session.peek().map(vault -> held(vault, account)).orElse(List.of());
        } catch (FaultException e) {
            LOG.info("The vault was locked while nodes were examined: {}", e.fault().code());
            return List.of();
        }
    }

    private List<KeyCustody.AtHand> held(Vault vault, FlowAddress account) {
        return vault.keys().stream()
                .filter(key -> key.network().equals(chain) && key.address().equals(account.hex()))
                .map(key -> atHand(vault, key))
                .toList();
    }

    private KeyCustody.AtHand atHand(Vault vault, VaultKey key) {
        return new KeyCustody.AtHand(vault.signer(key.name(), chain), key.keyIndex(), key.name());
    }

    private static @Nullable FlowAddress address(@Nullable String hex) {
        return hex == null ? null : FlowAddress.of(hex);
    }
}
