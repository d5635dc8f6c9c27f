package io.epochdesk.keys.bootstrap;

import io.epochdesk.fault.BootstrapFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.AccountPrivateKey;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the files of one bootstrap folder, one after the other, and puts together whose they are.
 */
final class FolderReading {

    private final NodeFiles files;
    private final Path root;
    private final List<FoundFile> told = new ArrayList<>();
    private final Map<String, PublicNodeInfo> infos = new TreeMap<>();
    private final Map<String, AccountPrivateKey> keys = new TreeMap<>();
    private final Map<String, MachineAccountInfo> accounts = new TreeMap<>();
    private final Map<String, String> places = new TreeMap<>();
    private @Nullable String nodeId;

    FolderReading(NodeFiles files, Path root) {
        this.files = files;
        this.root = root;
    }

    /**
     * Takes in a file.
     *
     * @param owner the node whose folder it is in; null in the public one
     */
    void take(Path path, @Nullable String owner) {
        String name = root.relativize(path).toString();
        FileKind kind = FileKind.of(path.getFileName().toString());
        if (!kind.isRead()) {
            told.add(new FoundFile(name, kind, Set.of(), null));
            return;
        }
        Set<FileNote> notes = EnumSet.noneOf(FileNote.class);
        byte[] text = {};
        try {
            text = files.read(path, name);
            if (kind.isSecret() && files.isOpenToOthers(path)) {
                notes.add(FileNote.OPEN_TO_OTHERS);
            }
            read(kind, name, text, owner, notes);
            told.add(new FoundFile(name, kind, notes, null));
        } catch (FaultException e) {
            told.add(new FoundFile(name, kind, notes, e.fault()));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    BootstrapFindings findings() {
        Set<String> ids = new TreeSet<>(infos.keySet());
        ids.addAll(keys.keySet());
        ids.addAll(accounts.keySet());
        if (nodeId != null) {
            ids.add(nodeId);
        }
        return new BootstrapFindings(
                told,
                ids.stream()
                        .map(
                                id ->
                                        new FoundNode(
                                                id,
                                                infos.get(id),
                                                keys.get(id),
                                                accounts.get(id),
                                                places.getOrDefault(id, "")))
                        .toList());
    }

    private void read(
            FileKind kind, String name, byte[] text, @Nullable String owner, Set<FileNote> notes) {
        if (kind == FileKind.NODE_ID) {
            nodeId = NodeId.read(name, text);
            return;
        }
        NodeFile file = new NodeFile(name, text);
        try {
            switch (kind) {
                case NODE_INFO -> takeInfo(name, PublicNodeInfo.read(file));
                case MACHINE_ACCOUNT_KEY -> takeKey(name, owner, MachineAccountKey.read(file));
                default -> takeAccount(name, owner, MachineAccountInfo.read(file));
            }
        } finally {
            notes.addAll(file.notes());
        }
    }

    private void takeInfo(String name, PublicNodeInfo info) {
        String fileName = Path.of(name).getFileName().toString();
        requireSame(name, fileName.split("\\.", -1)[2], info.nodeId());
        if (nodeId != null) {
            requireSame(name, nodeId, info.nodeId());
        }
        infos.put(info.nodeId(), info);
    }

    private void takeKey(String name, @Nullable String owner, AccountPrivateKey key) {
        keep(name, owner, key, keys);
        places.putIfAbsent(String.valueOf(owner), root.resolve(name).toString());
        MachineAccountInfo account = accounts.get(String.valueOf(owner));
        if (account != null) {
            requireSameKey(name, key, account.key());
        }
    }

    private void takeAccount(String name, @Nullable String owner, MachineAccountInfo account) {
        keep(name, owner, account, accounts);
        places.put(String.valueOf(owner), root.resolve(name).toString());
        AccountPrivateKey key = keys.get(String.valueOf(owner));
        if (key != null) {
            requireSameKey(name, key, account.key());
        }
    }

    private <T extends AutoCloseable> void keep(
            String name, @Nullable String owner, T secret, Map<String, T> held) {
        String id = owner == null ? "" : owner;
        try {
            if (!NodeId.isOne(id)) {
                throw BootstrapFault.of(
                        BootstrapFault.Kind.NODE_ID_INVALID,
                        "",
                        "file",
                        name,
                        "reason",
                        "its folder is not named after one");
            }
            if (nodeId != null) {
                requireSame(name, nodeId, id);
            }
        } catch (FaultException e) {
            close(secret);
            throw e;
        }
        held.put(id, secret);
    }

    private static void close(AutoCloseable secret) {
        switch (secret) {
            case AccountPrivateKey key -> key.close();
            case MachineAccountInfo account -> account.close();
            default -> throw new IllegalArgumentException("not a secret of a node");
        }
    }

    private static void requireSame(String name, String one, String other) {
        if (!one.equalsIgnoreCase(other)) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.IDS_CONFLICT, "", "file", name, "one", one, "other", other);
        }
    }

    private static void requireSameKey(String name, AccountPrivateKey one, AccountPrivateKey two) {
        if (!one.publicKey().equals(two.publicKey())) {
            throw BootstrapFault.of(
                    BootstrapFault.Kind.KEYS_DIFFER,
                    "",
                    "file",
                    name,
                    "other",
                    "node-machine-account-key.priv.json");
        }
    }
}
