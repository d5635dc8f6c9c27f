package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes keys as the files the node reads. A file that is replaced is kept beside the new one when
 * it has another key: a lost machine account key means a new node.
 */
public final class KeyExport {

    /** Which of the node's files. */
    public enum Form {
        /** {@code node-machine-account-info.priv.json}, which the node signs with. */
        ACCOUNT("node-machine-account-info.priv.json"),
        /** {@code node-machine-account-key.priv.json}, which the bootstrap tool makes. */
        KEY("node-machine-account-key.priv.json");

        private final String fileName;

        Form(String fileName) {
            this.fileName = fileName;
        }

        /** What the node software calls it. */
        public String fileName() {
            return fileName;
        }
    }

    /**
     * What is written.
     *
     * @param form which file
     * @param address 16 hex digits of the account; empty when the form needs none
     * @param keyIndex index of the key on that account
     * @param hash what the account hashes with
     */
    public record Content(Form form, String address, int keyIndex, HashAlgorithm hash) {}

    private final NodeFiles files;

    /** Writes to the disk. */
    public KeyExport() {
        this(new NodeFiles());
    }

    KeyExport(NodeFiles files) {
        this.files = files;
    }

    /**
     * Writes the file, for its owner only and as a whole or not at all. Members of the file that is
     * replaced which the node does not know, and whether its address begins with {@code 0x}, stay
     * as they were.
     *
     * @param key stays the caller's
     * @param replace whether one that is there may be replaced: the operator was asked
     * @return where the file that was replaced is now; null when there was none, or it had the same
     *     key
     * @throws FaultException when there is one and it may not be replaced, the form cannot hold the
     *     key, or the disk does not take it
     */
    public @Nullable Path write(Path to, AccountPrivateKey key, Content content, boolean replace) {
        requireFitting(to, key, content);
        byte[] before = before(to, replace);
        try {
            byte[] text = text(before, to, key, content);
            try {
                Path kept =
                        before.length == 0 || holds(before, key, content) ? null : files.keep(to);
                files.write(to, text, replace);
                return kept;
            } finally {
                Arrays.fill(text, (byte) 0);
            }
        } finally {
            Arrays.fill(before, (byte) 0);
        }
    }

    private byte[] before(Path to, boolean replace) {
        if (!Files.exists(to)) {
            return new byte[0];
        }
        if (!replace) {
            throw BootstrapFault.of(BootstrapFault.Kind.EXISTS, "", "file", to.toString());
        }
        return files.read(to, to.toString());
    }

    private static byte[] text(byte[] before, Path to, AccountPrivateKey key, Content content) {
        if (content.form() == Form.KEY) {
            return MachineAccountKey.bytes(key);
        }
        boolean prefixed = true;
        byte[] others = {};
        try (MachineAccountInfo old =
                MachineAccountInfo.read(new NodeFile(to.toString(), before))) {
            prefixed = old.prefixed();
            others = old.others().clone();
        } catch (FaultException _) {
            // nothing of it can be taken over: it is kept beside the new one
        }
        try (AccountPrivateKey own = key.lend(raw -> AccountPrivateKey.of(key.algorithm(), raw));
                MachineAccountInfo next =
                        new MachineAccountInfo(
                                content.address(),
                                prefixed,
                                own,
                                content.keyIndex(),
                                content.hash(),
                                others)) {
            return next.bytes();
        }
    }

    private static boolean holds(byte[] before, AccountPrivateKey key, Content content) {
        try {
            NodeFile file = new NodeFile("", before);
            try (AccountPrivateKey old =
                    content.form() == Form.KEY
                            ? MachineAccountKey.read(file)
                            : MachineAccountInfo.read(file).key()) {
                return old.publicKey().equals(key.publicKey());
            }
        } catch (FaultException _) {
            return false;
        }
    }

    private static void requireFitting(Path to, AccountPrivateKey key, Content content) {
        if (content.form() == Form.KEY && key.algorithm() != SignatureAlgorithm.ECDSA_P256) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.P256_ONLY,
                    "",
                    "file",
                    to.toString(),
                    "algorithm",
                    key.algorithm().name());
        }
        if (content.form() == Form.ACCOUNT && content.address().isEmpty()) {
            throw BootstrapFault.of(BootstrapFault.Kind.ACCOUNT_UNKNOWN, "", "file", to.toString());
        }
    }
}
