package io.epochdesk.registration.view;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.bootstrap.KeyExport;
import io.epochdesk.keys.bootstrap.KeyExport.Content;
import io.epochdesk.keys.bootstrap.KeyExport.Form;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.registration.InfoWriter;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the info file of a machine account into a node's bootstrap folder, with the private key
 * from that folder or from the vault. A file with another key is kept beside it.
 */
final class InfoFile {

    private InfoFile() {}

    /** With the key that lies in the folder itself. */
    static InfoWriter fromFolder(Path folder, String nodeId, HashAlgorithm hash) {
        return (account, keyIndex, key) -> {
            try (BootstrapFindings findings = new BootstrapFolder().look(folder)) {
                AccountPrivateKey found =
                        findings.nodes().stream()
                                .filter(node -> node.nodeId().equals(nodeId))
                                .map(node -> node.key())
                                .filter(one -> one != null && one.publicKey().equals(key))
                                .findFirst()
                                .orElseThrow(() -> otherKey(folder));
                return write(place(folder, nodeId), found, account, keyIndex, hash);
            }
        };
    }

    /** With a key of the unlocked vault, which is then known to belong to the account. */
    static InfoWriter fromVault(Vault vault, Path folder, String nodeId) {
        return (account, keyIndex, key) -> {
            VaultKey held =
                    vault.keys().stream()
                            .filter(one -> one.publicKey().equals(key))
                            .findFirst()
                            .orElseThrow(() -> none(folder, key));
            Path to = place(folder, nodeId);
            Path written =
                    vault.reveal(
                            held.name(),
                            secret -> write(to, secret, account, keyIndex, held.hash()));
            vault.assign(held.name(), account.hex(), keyIndex);
            return written;
        };
    }

    private static Path write(
            Path to,
            AccountPrivateKey secret,
            FlowAddress account,
            int keyIndex,
            HashAlgorithm hash) {
        @Nullable Path _ =
                new KeyExport()
                        .write(
                                to,
                                secret,
                                new Content(Form.ACCOUNT, account.hex(), keyIndex, hash),
                                true);
        return to;
    }

    /** Where the node looks for it; the folder may be the whole, or the node's own in it. */
    static Path place(Path folder, String nodeId) {
        String own = "private-node-info_" + nodeId;
        for (Path candidate :
                new Path[] {
                    folder.resolve("private-root-information").resolve(own),
                    folder.resolve("bootstrap").resolve("private-root-information").resolve(own),
                    folder.resolve(own)
                }) {
            if (Files.isDirectory(candidate)) {
                return candidate.resolve(Form.ACCOUNT.fileName());
            }
        }
        return folder.resolve(Form.ACCOUNT.fileName());
    }

    private static FaultException otherKey(Path folder) {
        return BootstrapFault.of(
                BootstrapFault.Kind.KEYS_DIFFER,
                "",
                "file",
                folder.toString(),
                "other",
                Form.ACCOUNT.fileName());
    }

    private static FaultException none(Path folder, AccountPublicKey key) {
        return VaultFault.of(
                VaultFault.Kind.NO_SUCH_KEY, folder.toString(), "key", key.hex().substring(0, 16));
    }
}
