package io.epochdesk.keys.view;

import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.bootstrap.KeyExport;
import io.epochdesk.keys.bootstrap.LooseKey;
import io.epochdesk.keys.bootstrap.NodeFiles;
import io.epochdesk.keys.bootstrap.OfferedKey;
import io.epochdesk.keys.vault.BackupFile;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.keys.vault.VaultSession;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be done with the vault from the Keys page. Everything works on the calling thread and
 * may take seconds; every password and key that is handed in is wiped.
 */
final class KeyActs {

    private final VaultDoor door;
    private final VaultSession session;
    private final InstantSource time;
    private final String network;
    private final @Nullable Practice practice;

    KeyActs(
            VaultDoor door,
            VaultSession session,
            InstantSource time,
            String network,
            @Nullable Practice practice) {
        this.door = door;
        this.session = session;
        this.time = time;
        this.network = network;
        this.practice = practice;
    }

    /** Makes a key for this network. */
    VaultKey make(String name, SignatureAlgorithm algorithm, HashAlgorithm hash) {
        return session.use().make(algorithm, details(name, hash));
    }

    /** Takes in a key that was typed as 64 hex digits. */
    VaultKey take(String name, SignatureAlgorithm algorithm, HashAlgorithm hash, char[] typed) {
        try {
            requireReal();
            try (AccountPrivateKey key = AccountPrivateKey.ofHex(algorithm, typed)) {
                return session.use().add(key, details(name, hash));
            }
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /** Takes in a key from a file of its own. */
    VaultKey take(String name, SignatureAlgorithm algorithm, HashAlgorithm hash, Path file) {
        requireReal();
        try (AccountPrivateKey key = LooseKey.read(file, algorithm)) {
            return session.use().add(key, details(name, hash));
        }
    }

    /** Takes in the key of the account that registers nodes in the rehearsal. */
    VaultKey takePractice(PracticeKey key) {
        return Practice.take(key, session.use(), network, time.instant());
    }

    /** What a bootstrap folder has; the caller closes it. */
    BootstrapFindings look(Path folder) {
        requireReal();
        return new BootstrapFolder().look(folder);
    }

    /**
     * What the bootstrap folder of a node to practise with has; it is made when it is not there.
     */
    BootstrapFindings look(PracticeNode node) {
        if (practice == null) {
            throw new IllegalStateException("there is no rehearsal");
        }
        return practice.look(node);
    }

    /** Takes in what was found, under these names; what came in before a fault stays. */
    List<VaultKey> take(Map<OfferedKey, String> wanted) {
        wanted.keySet().forEach(key -> AccountText.requireOf(network, key.address()));
        List<VaultKey> taken = new ArrayList<>();
        wanted.forEach(
                (key, name) ->
                        taken.add(
                                session.use()
                                        .add(
                                                key.key(),
                                                new KeyDetails(
                                                        name,
                                                        network,
                                                        key.hash(),
                                                        key.address(),
                                                        key.keyIndex(),
                                                        time.instant(),
                                                        key.file()))));
        return taken;
    }

    /** Gives a key another name. */
    VaultKey rename(VaultKey key, String name) {
        return session.use().rename(key.name(), name);
    }

    /** Notes which account a key belongs to. */
    VaultKey assign(VaultKey key, String address, int keyIndex) {
        AccountText.requireOf(key.network(), address);
        return session.use().assign(key.name(), address, keyIndex);
    }

    /** Removes a key for good. */
    void destroy(VaultKey key) {
        session.use().destroy(key.name());
    }

    /**
     * Writes a key as the file the node reads, after the password was given once more.
     *
     * @return where the file that was replaced is kept; empty when nothing had to be
     */
    Optional<Path> export(
            VaultKey key, KeyExport.Form form, Path to, boolean replace, char[] typed) {
        try (Password password = new Password(typed)) {
            requireInside(to);
            Vault vault = session.confirm(door, password);
            KeyExport.Content content =
                    new KeyExport.Content(form, key.address(), key.keyIndex(), key.hash());
            Optional<Path> kept =
                    vault.reveal(
                            key.name(),
                            secret ->
                                    Optional.ofNullable(
                                            new KeyExport().write(to, secret, content, replace)));
            vault.note(key.name(), to.toAbsolutePath().toString());
            return kept;
        }
    }

    /** Protects the vault by another password. */
    void changePassword(char[] present, char[] next, char[] again) {
        try (Password old = new Password(present);
                Password fresh = same(next, again)) {
            session.use().changePassword(old, fresh, door.cost().get());
        }
    }

    /**
     * Writes the whole vault as an encrypted file under a password of its own, and proves from the
     * disk that it opens.
     *
     * @return how many keys were proved
     */
    int backUp(Path to, char[] typed, char[] again) {
        try (Password password = same(typed, again)) {
            Vault vault = session.use();
            new NodeFiles().write(to, vault.backup(password, door.cost().get()), false);
            return session.use().drill(BackupFile.read(to), to.toString(), password);
        }
    }

    /**
     * Proves that a backup opens and has every key of the vault.
     *
     * @return how many keys were proved
     */
    int drill(Path file, char[] typed) {
        try (Password password = new Password(typed)) {
            return session.use().drill(BackupFile.read(file), file.toString(), password);
        }
    }

    /** Takes over from a backup the keys that the vault lacks; in a rehearsal only its own. */
    List<VaultKey> restore(Path file, char[] typed) {
        try (Password password = new Password(typed)) {
            return session.use()
                    .restore(
                            BackupFile.read(file),
                            file.toString(),
                            password,
                            key -> practice == null || key.network().equals(network));
        }
    }

    private KeyDetails details(String name, HashAlgorithm hash) {
        return new KeyDetails(name, network, hash, "", 0, time.instant());
    }

    /** Two passwords that were typed alike, as one. */
    static Password same(char[] typed, char[] again) {
        Password password = new Password(typed);
        try (Password other = new Password(again)) {
            if (!password.sameAs(other)) {
                password.close();
                throw VaultFault.of(VaultFault.Kind.PASSWORDS_DIFFER, "");
            }
        }
        return password;
    }

    private void requireReal() {
        if (practice != null) {
            throw VaultFault.of(VaultFault.Kind.REHEARSING, "");
        }
    }

    private void requireInside(Path to) {
        if (practice != null
                && !to.toAbsolutePath()
                        .normalize()
                        .startsWith(practice.folder().toAbsolutePath().normalize())) {
            throw VaultFault.of(VaultFault.Kind.REHEARSING, "");
        }
    }
}
