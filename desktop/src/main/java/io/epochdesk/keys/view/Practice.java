package io.epochdesk.keys.view;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a rehearsal offers instead of real keys and folders; while it is on, nothing else comes into
 * the vault and nothing is written outside its own folder.
 *
 * @param folder where bootstrap folders are made; thrown away in the end
 * @param offer what the scenario offers that is being played now
 */
public record Practice(Path folder, Supplier<Offer> offer) {

    /**
     * What a scenario offers.
     *
     * @param nodes the nodes there are to practise with
     * @param keys the keys of accounts, first that of the account that registers nodes
     */
    public record Offer(List<PracticeNode> nodes, List<PracticeKey> keys) {

        public Offer {
            nodes = List.copyOf(nodes);
            keys = List.copyOf(keys);
        }
    }

    /** The nodes there are to practise with. */
    public List<PracticeNode> nodes() {
        return offer.get().nodes();
    }

    /** The keys of accounts, first that of the account that registers nodes. */
    public List<PracticeKey> keys() {
        return offer.get().keys();
    }

    /**
     * What the bootstrap folder of a node has; it is made when it is not there. The caller closes
     * it.
     *
     * @throws io.epochdesk.fault.FaultException when it cannot be made or read
     */
    public BootstrapFindings look(PracticeNode node) {
        Path made = folderOf(node);
        try {
            if (!Files.exists(made)) {
                node.folder().write(made);
            }
        } catch (IOException e) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.CANNOT_WRITE,
                    e.toString(),
                    "file",
                    made.toString(),
                    "reason",
                    String.valueOf(e.getMessage()));
        }
        return new BootstrapFolder().look(made);
    }

    /** Where the bootstrap folder of a node is, or will be. */
    public Path folderOf(PracticeNode node) {
        return folder.resolve(node.roleName() + "-" + node.nodeId().substring(0, 8));
    }

    /**
     * Takes a key into a vault.
     *
     * @param network chain ID it is bound to
     */
    public static VaultKey take(PracticeKey key, Vault vault, String network, Instant now) {
        try (AccountPrivateKey taken = key.key().get()) {
            return vault.add(
                    taken,
                    new KeyDetails(
                            key.name(), network, HashAlgorithm.SHA3_256, key.address(), 0, now));
        }
    }
}
