package io.epochdesk.keys.view;

import io.epochdesk.fault.Fault;
import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.keys.vault.VaultSession;
import io.epochdesk.ui.FxTasks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the Keys page shows, and what can be done there. */
public final class KeysViewModel {

    /** How the vault stands. */
    public enum State {
        /** There is none yet. */
        ABSENT,
        /** It is locked. */
        LOCKED,
        /** Something is under way. */
        BUSY,
        /** It is unlocked. */
        OPEN
    }

    private final VaultDoor door;
    private final VaultSession session;
    private final FxTasks tasks;
    private final InstantSource time;
    private final String network;
    private final @Nullable Practice practice;
    private final KeyActs acts;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOCKED);
    private final ReadOnlyObjectWrapper<@Nullable Fault> fault = new ReadOnlyObjectWrapper<>();
    private final ObservableList<VaultKey> keys = FXCollections.observableArrayList();

    /**
     * A model of the vault behind this door.
     *
     * @param session holds the vault while it is unlocked
     * @param network chain ID that new keys are bound to
     * @param practice what a rehearsal offers instead of real keys; null outside one
     */
    public KeysViewModel(
            VaultDoor door,
            VaultSession session,
            FxTasks tasks,
            InstantSource time,
            String network,
            @Nullable Practice practice) {
        this.door = door;
        this.session = session;
        this.tasks = tasks;
        this.time = time;
        this.network = network;
        this.practice = practice;
        acts = new KeyActs(door, session, time, network, practice);
    }

    /** What a rehearsal offers instead of real keys; null outside one. */
    @Nullable Practice practice() {
        return practice;
    }

    /** What can be done with the unlocked vault; in the background, through {@link #act}. */
    KeyActs acts() {
        return acts;
    }

    /** Where the vault's file is. */
    String place() {
        return door.store().place();
    }

    /** Where files are suggested: the operator's own folder, or that of the rehearsal. */
    Path home() {
        return practice == null ? Path.of(System.getProperty("user.home")) : practice.folder();
    }

    /** The day in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    /** Looks in the background whether there is something at a path. */
    void isThere(Path path, Consumer<Boolean> told) {
        tasks.start(
                "looking for a file",
                () -> Files.exists(path, LinkOption.NOFOLLOW_LINKS),
                told,
                fault::set);
    }

    /** When the vault locks itself unless it is used before; empty while it is locked. */
    Optional<Instant> until() {
        return session.until();
    }

    /** How the vault stands. */
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What went wrong last, or null. */
    public ReadOnlyObjectProperty<@Nullable Fault> fault() {
        return fault.getReadOnlyProperty();
    }

    /** The keys, while the vault is unlocked. */
    public ObservableList<VaultKey> keys() {
        return keys;
    }

    /** Chain ID that new keys are bound to. */
    public String network() {
        return network;
    }

    /** Looks whether there is a vault; called when the page is shown. */
    public void shown() {
        tasks.start(
                "looking for the vault",
                door.store()::exists,
                there -> {
                    if (state.get() == State.LOCKED && !there) {
                        state.set(State.ABSENT);
                    } else if (state.get() == State.ABSENT && there) {
                        state.set(State.LOCKED);
                    }
                },
                fault::set);
        look();
    }

    /** Looks whether the vault has locked itself; called once a second while the page is shown. */
    public void look() {
        if (state.get() == State.BUSY) {
            return;
        }
        boolean open = session.look();
        if (open && state.get() != State.OPEN) {
            run("reading the keys", () -> session.use().keys());
        } else if (!open && state.get() == State.OPEN) {
            closed();
        }
    }

    /** Unlocks the vault with what was typed, which is wiped. */
    public void unlock(char[] typed) {
        run("unlocking the vault", () -> opened(typed, door::unlock));
    }

    /** Makes a vault with what was typed twice, which is wiped. */
    public void create(char[] typed, char[] again) {
        try (Password one = new Password(typed.clone());
                Password two = new Password(again)) {
            if (!one.sameAs(two)) {
                new Password(typed).close();
                fault.set(new VaultFault(VaultFault.Kind.PASSWORDS_DIFFER, Map.of(), ""));
                return;
            }
        }
        run("making the vault", () -> opened(typed, door::create));
    }

    /**
     * Does something with the vault in the background, and shows the keys as they are afterwards.
     *
     * @param name what the log calls it
     * @param done told on the FX thread what it returned
     * @param failed told what went wrong
     */
    <T> void act(
            String name,
            Callable<T> work,
            Consumer<? super T> done,
            Consumer<? super Fault> failed) {
        tasks.start(
                name,
                work,
                result -> {
                    done.accept(result);
                    reread();
                },
                failure -> {
                    failed.accept(failure);
                    reread();
                });
    }

    private void reread() {
        if (session.look()) {
            tasks.start("reading the keys", () -> session.use().keys(), keys::setAll, _ -> look());
        } else {
            look();
        }
    }

    /** Lets only the owner reach the vault's files; the operator was asked. */
    public void narrow() {
        fault.set(null);
        tasks.start(
                "narrowing the vault",
                () -> {
                    door.store().narrow();
                    return true;
                },
                _ -> {},
                fault::set);
    }

    /** Locks the vault; it is wiped in the background, since a change may just be written. */
    public void lock() {
        fault.set(null);
        closed();
        tasks.start(
                "locking the vault",
                () -> {
                    session.close();
                    return true;
                },
                _ -> {},
                fault::set);
    }

    private List<VaultKey> opened(char[] typed, Function<Password, Vault> how) {
        try (Password password = new Password(typed)) {
            session.opened(how.apply(password));
        }
        return session.use().keys();
    }

    private void run(String name, Callable<List<VaultKey>> work) {
        State before = state.get();
        state.set(State.BUSY);
        fault.set(null);
        tasks.start(
                name,
                work,
                found -> {
                    keys.setAll(found);
                    state.set(State.OPEN);
                },
                failure -> {
                    fault.set(failure);
                    if (session.look()) {
                        state.set(State.OPEN);
                    } else {
                        keys.clear();
                        state.set(before == State.ABSENT ? before : State.LOCKED);
                    }
                });
    }

    private void closed() {
        keys.clear();
        state.set(State.LOCKED);
    }
}
