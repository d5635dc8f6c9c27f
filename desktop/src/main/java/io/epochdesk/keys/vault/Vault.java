package io.epochdesk.keys.vault;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.AccountSigner;
import io.epochdesk.keys.SignatureAlgorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An unlocked vault. Every change is on the disk when its call returns; when a call fails, nothing
 * has changed. {@link #close()} locks it: passwords, keys and signers are of no use from then on.
 */
public final class Vault implements AutoCloseable {

    private final VaultStore store;
    private final KeyDerivation derivation;
    private final Consumer<byte[]> random;

    private VaultContent content;
    private byte[] file;
    private volatile boolean locked;

    private Vault(
            VaultStore store,
            KeyDerivation derivation,
            Consumer<byte[]> random,
            VaultContent content,
            byte[] file) {
        this.store = store;
        this.derivation = derivation;
        this.random = random;
        this.content = content;
        this.file = file;
    }

    /**
     * Makes a vault without keys.
     *
     * @param random fills arrays with unpredictable bytes
     * @throws FaultException when there is one already, the password is too short, or the disk does
     *     not take it
     */
    public static Vault create(
            VaultStore store,
            KeyDerivation derivation,
            KdfParameters kdf,
            Consumer<byte[]> random,
            Password password) {
        password.requireUsable();
        VaultContent content = VaultContent.fresh(derivation, kdf, random, password, List.of());
        byte[] file = content.sealed(random);
        try {
            store.replace(null, file);
        } catch (FaultException e) {
            content.wipe();
            throw e;
        }
        return new Vault(store, derivation, random, content, file);
    }

    /**
     * Unlocks the vault.
     *
     * @throws FaultException when there is none, others may read it, or password and file do not
     *     belong together
     */
    public static Vault unlock(
            VaultStore store,
            KeyDerivation derivation,
            Consumer<byte[]> random,
            Password password) {
        byte[] file = store.read();
        VaultContent content = VaultContent.open(derivation, file, store.place(), password);
        return new Vault(store, derivation, random, content, file);
    }

    /** Every key, in the order they came. */
    public synchronized List<VaultKey> keys() {
        requireUnlocked();
        return content.keys().stream().map(StoredKey::facts).toList();
    }

    /**
     * The key of a name.
     *
     * @throws FaultException when there is none
     */
    public synchronized VaultKey key(String name) {
        return stored(name).facts();
    }

    /** Makes a new key. */
    public synchronized VaultKey make(SignatureAlgorithm algorithm, KeyDetails details) {
        requireUnlocked();
        try (AccountPrivateKey fresh = AccountPrivateKey.generate(algorithm, random)) {
            return add(fresh, details);
        }
    }

    /**
     * Puts a key into the vault; the caller closes its own.
     *
     * @throws FaultException when its name is taken, this network's key is held already, or the
     *     disk does not take it
     */
    public synchronized VaultKey add(AccountPrivateKey key, KeyDetails details) {
        requireUnlocked();
        VaultKey facts = details.of(key.publicKey());
        requireFree(facts.name());
        for (StoredKey held : content.keys()) {
            if (held.facts().publicKey().equals(facts.publicKey())
                    && held.facts().network().equals(facts.network())) {
                throw VaultFault.of(
                        VaultFault.Kind.ALREADY_HELD,
                        "",
                        "key",
                        held.facts().name(),
                        "network",
                        facts.network());
            }
        }
        requireRoom(content.keys().size() + 1);
        AccountPrivateKey own = key.lend(raw -> AccountPrivateKey.of(key.algorithm(), raw));
        List<StoredKey> next = new ArrayList<>(content.keys());
        next.add(new StoredKey(facts, own));
        try {
            write(next);
        } catch (FaultException e) {
            own.close();
            throw e;
        }
        return facts;
    }

    /** Gives a key another name. */
    public synchronized VaultKey rename(String name, String other) {
        if (!name.equals(other)) {
            requireFree(other);
        }
        return change(name, key -> key.named(other));
    }

    /** Notes which account a key belongs to. */
    public synchronized VaultKey assign(String name, String address, int keyIndex) {
        return change(name, key -> key.on(address, keyIndex));
    }

    /**
     * Notes which file of the node software has a key, too.
     *
     * @param file its path; empty when none has it any more
     */
    public synchronized VaultKey note(String name, String file) {
        return change(name, key -> key.in(file));
    }

    /** Removes a key for good from the vault; the backup beside it still has it once. */
    public synchronized void destroy(String name) {
        StoredKey gone = stored(name);
        List<StoredKey> next = new ArrayList<>(content.keys());
        next.remove(gone);
        write(next);
        gone.secret().close();
    }

    /**
     * Lends a private key to whoever writes it down at the operator's wish; it stays the vault's.
     *
     * @throws FaultException when there is no such key
     */
    public synchronized <T> T reveal(String name, Function<AccountPrivateKey, T> use) {
        return use.apply(stored(name).secret());
    }

    /**
     * Signs with a key for as long as the vault is unlocked.
     *
     * @param network chain ID of the network that is to be signed for
     * @throws FaultException when there is no such key, or it is bound to another network
     */
    public synchronized AccountSigner signer(String name, String network) {
        return signer(stored(name).facts(), network);
    }

    /**
     * Signs with the key of an account for as long as the vault is unlocked.
     *
     * @param network chain ID of the network that is to be signed for
     * @param address 16 hex digits of the account
     * @param keyIndex index of the key on that account
     * @throws FaultException when no key is noted for this account and index, or only one that is
     *     bound to another network
     */
    public synchronized AccountSigner signer(String network, String address, int keyIndex) {
        return signer(keyOf(network, address, keyIndex), network);
    }

    private VaultKey keyOf(String network, String address, int keyIndex) {
        List<VaultKey> held =
                keys().stream()
                        .filter(key -> key.address().equals(address) && key.keyIndex() == keyIndex)
                        .toList();
        return held.stream()
                .filter(key -> key.network().equals(network))
                .findFirst()
                .or(() -> held.stream().findFirst())
                .orElseThrow(
                        () ->
                                VaultFault.of(
                                        VaultFault.Kind.NO_KEY_OF_ACCOUNT,
                                        "",
                                        "address",
                                        "0x" + address,
                                        "index",
                                        Integer.toString(keyIndex)));
    }

    private AccountSigner signer(VaultKey key, String network) {
        if (!key.network().equals(network)) {
            throw VaultFault.of(
                    VaultFault.Kind.OTHER_NETWORK,
                    "",
                    "key",
                    key.name(),
                    "bound",
                    key.network(),
                    "wanted",
                    network);
        }
        return new VaultSigner(this, key);
    }

    /**
     * Makes sure that whoever asks knows the password; takes as long as unlocking.
     *
     * @throws FaultException when it is another
     */
    public void requirePassword(Password password) {
        byte[] present;
        synchronized (this) {
            requireUnlocked();
            present = file;
        }
        VaultContent.open(derivation, present, store.place(), password).wipe();
    }

    /**
     * Protects the vault by another password, under a new salt. It is written twice, so that the
     * file before, which is kept beside it, opens with the new password too.
     *
     * @throws FaultException when the present password is wrong or the new one too short, or the
     *     disk does not take it; only of {@link VaultFault.Kind#OLD_BACKUP} the new one holds
     */
    public void changePassword(Password present, Password next, KdfParameters kdf) {
        next.requireUsable();
        requirePassword(present);
        VaultContent sealing = VaultContent.fresh(derivation, kdf, random, next, List.of());
        reseal(sealing);
    }

    /**
     * The vault's content as a file of its own, under a password of its own.
     *
     * @throws FaultException when the password is too short
     */
    public byte[] backup(Password password, KdfParameters kdf) {
        password.requireUsable();
        VaultContent sealing = VaultContent.fresh(derivation, kdf, random, password, List.of());
        try {
            synchronized (this) {
                requireUnlocked();
                return sealing.with(content.keys()).sealed(random);
            }
        } finally {
            sealing.wipeKey();
        }
    }

    /**
     * Opens a backup with its password and proves of every key in the vault that the backup has it
     * and that it signs.
     *
     * @param place the backup, for the fault
     * @return how many keys were proved
     * @throws FaultException when the backup does not open, or lacks a key
     */
    public int drill(byte[] backup, String place, Password password) {
        List<VaultKey> held = keys();
        VaultContent other = VaultContent.open(derivation, backup, place, password);
        try {
            return BackupDrill.prove(held, other.keys(), place);
        } finally {
            other.wipe();
        }
    }

    /**
     * Takes over from a backup every key that is not in the vault; one whose name is taken gets a
     * number behind it.
     *
     * @param place the backup, for the fault
     * @param wanted which keys are taken over; the others stay where they are
     * @return the keys that came in
     * @throws FaultException when the backup does not open; then nothing came in
     */
    public List<VaultKey> restore(
            byte[] backup, String place, Password password, Predicate<VaultKey> wanted) {
        VaultContent other = VaultContent.open(derivation, backup, place, password);
        other.wipeKey();
        List<StoredKey> taken = List.of();
        try {
            taken = takeOver(other.keys(), wanted);
            return taken.stream().map(StoredKey::facts).toList();
        } finally {
            for (StoredKey key : other.keys()) {
                if (taken.stream().noneMatch(one -> one.secret() == key.secret())) {
                    key.secret().close();
                }
            }
        }
    }

    private synchronized List<StoredKey> takeOver(
            List<StoredKey> offered, Predicate<VaultKey> wanted) {
        requireUnlocked();
        List<StoredKey> next = new ArrayList<>(content.keys());
        int before = next.size();
        for (StoredKey key : offered) {
            if (wanted.test(key.facts()) && next.stream().noneMatch(held -> same(held, key))) {
                next.add(key.with(key.facts().named(freeName(next, key))));
            }
        }
        requireRoom(next.size());
        if (next.size() > before) {
            write(next);
        }
        return List.copyOf(next.subList(before, next.size()));
    }

    private static String freeName(List<StoredKey> taken, StoredKey key) {
        String name = key.facts().name();
        for (int i = 2; isTaken(taken, name); i++) {
            String ending = " (" + i + ")";
            String stem = key.facts().name();
            name =
                    stem.substring(
                                    0,
                                    Math.min(
                                            stem.length(), VaultKey.LONGEST_NAME - ending.length()))
                            + ending;
        }
        return name;
    }

    private static boolean isTaken(List<StoredKey> taken, String name) {
        return taken.stream().anyMatch(key -> key.facts().name().equals(name));
    }

    /** Whether it was locked. */
    public boolean isLocked() {
        return locked;
    }

    /** Locks the vault: wipes the key it is sealed with and every private key. */
    @Override
    public synchronized void close() {
        locked = true;
        content.wipe();
    }

    /** Signs with a key that was looked up before. */
    synchronized byte[] sign(VaultKey key, byte[] message) {
        requireUnlocked();
        for (StoredKey held : content.keys()) {
            if (held.facts().publicKey().equals(key.publicKey())
                    && held.facts().network().equals(key.network())) {
                return held.secret().sign(key.hash(), message);
            }
        }
        throw VaultFault.of(VaultFault.Kind.NO_SUCH_KEY, "", "key", key.name());
    }

    private static boolean same(StoredKey one, StoredKey other) {
        return one.facts().publicKey().equals(other.facts().publicKey())
                && one.facts().network().equals(other.facts().network());
    }

    private VaultKey change(String name, UnaryOperator<VaultKey> how) {
        StoredKey before = stored(name);
        StoredKey after = before.with(how.apply(before.facts()));
        List<StoredKey> next = new ArrayList<>(content.keys());
        next.set(next.indexOf(before), after);
        write(next);
        return after.facts();
    }

    private void write(List<StoredKey> keys) {
        write(content.with(keys));
    }

    private synchronized void reseal(VaultContent sealing) {
        VaultContent before = content;
        try {
            requireUnlocked();
            write(sealing.with(content.keys()));
        } catch (FaultException e) {
            sealing.wipeKey();
            throw e;
        }
        before.wipeKey();
        try {
            write(content);
        } catch (FaultException e) {
            throw VaultFault.of(
                    VaultFault.Kind.OLD_BACKUP,
                    String.valueOf(e.getMessage()),
                    "file",
                    store.placeBefore());
        }
    }

    private void write(VaultContent next) {
        byte[] sealed = next.sealed(random);
        store.replace(file, sealed);
        content = next;
        file = sealed;
    }

    private StoredKey stored(String name) {
        requireUnlocked();
        return content.keys().stream()
                .filter(key -> key.facts().name().equals(name))
                .findFirst()
                .orElseThrow(() -> VaultFault.of(VaultFault.Kind.NO_SUCH_KEY, "", "key", name));
    }

    private void requireFree(String name) {
        requireUnlocked();
        if (isTaken(content.keys(), name)) {
            throw VaultFault.of(VaultFault.Kind.NAME_TAKEN, "", "name", name);
        }
    }

    private static void requireRoom(int keys) {
        if (keys > VaultBody.MOST_KEYS) {
            throw VaultFault.of(
                    VaultFault.Kind.FULL, "", "limit", Integer.toString(VaultBody.MOST_KEYS));
        }
    }

    private void requireUnlocked() {
        if (locked) {
            throw VaultFault.of(VaultFault.Kind.LOCKED, "");
        }
    }

    @Override
    public String toString() {
        return "vault " + store.place();
    }
}
