package io.epochdesk.keys.vault;

import io.epochdesk.fault.VaultFault;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The vault of a window: unlocked on demand, locked when nobody has used it for a while, and when
 * the machine was asleep. Whoever owns it calls {@link #look()} every few seconds.
 */
public final class VaultSession implements AutoCloseable {

    /** Between two looks; a clock that moved on by more shows that the machine slept. */
    public static final Duration LONGEST_GAP = Duration.ofSeconds(30);

    /**
     * The wall clock goes on while the machine sleeps, the counter of nanoseconds does not on Linux
     * and macOS: when they part by more, it slept, or the clock was set.
     */
    public static final Duration LONGEST_DRIFT = Duration.ofSeconds(3);

    private final Clock clock;
    private final LongSupplier nanos;
    private final Duration idle;

    private @Nullable Vault vault;
    private Instant used = Instant.MIN;
    private Instant looked = Instant.MIN;
    private long lookedNanos;

    /**
     * A locked session.
     *
     * @param clock the wall clock, which goes on while the machine sleeps
     * @param nanos counts while the machine is awake, such as {@code System::nanoTime}
     * @param idle locks when unused for so long
     */
    public VaultSession(Clock clock, LongSupplier nanos, Duration idle) {
        this.clock = clock;
        this.nanos = nanos;
        this.idle = idle;
    }

    /** Takes an unlocked vault over; one from before is locked. */
    public synchronized void opened(Vault fresh) {
        close();
        vault = fresh;
        used = clock.instant();
        looked = used;
        lookedNanos = nanos.getAsLong();
    }

    /**
     * The vault, for use now, after whoever uses it has shown that they know its password; unlocked
     * where it was locked. Takes about a second.
     *
     * @param door opens it
     * @param password wiped by the caller
     * @throws io.epochdesk.fault.FaultException when the password is another, or there is no vault
     */
    public Vault confirm(VaultDoor door, Password password) {
        Vault open = look() ? use() : null;
        if (open == null) {
            opened(door.unlock(password));
        } else {
            open.requirePassword(password);
        }
        return use();
    }

    /** When it will lock itself unless it is used before; empty while it is locked. */
    public synchronized Optional<Instant> until() {
        return vault == null ? Optional.empty() : Optional.of(used.plus(idle));
    }

    /**
     * The vault, for use now.
     *
     * @throws io.epochdesk.fault.FaultException when it is locked
     */
    public synchronized Vault use() {
        look();
        if (vault == null) {
            throw VaultFault.of(VaultFault.Kind.LOCKED, "");
        }
        used = clock.instant();
        return vault;
    }

    /** The vault if it is unlocked; looking at it does not count as using it. */
    public synchronized Optional<Vault> peek() {
        return look() ? Optional.ofNullable(vault) : Optional.empty();
    }

    /** Locks the vault when it is time to; answers whether it is unlocked. */
    public synchronized boolean look() {
        Instant now = clock.instant();
        long awake = nanos.getAsLong();
        if (vault != null
                && (vault.isLocked() || !now.isBefore(used.plus(idle)) || slept(now, awake))) {
            close();
        }
        looked = now;
        lookedNanos = awake;
        return vault != null;
    }

    private boolean slept(Instant now, long awake) {
        Duration passed = Duration.between(looked, now);
        Duration drift = passed.minusNanos(awake - lookedNanos);
        return passed.isNegative()
                || passed.compareTo(LONGEST_GAP) > 0
                || drift.abs().compareTo(LONGEST_DRIFT) > 0;
    }

    /** Locks the vault now. */
    @Override
    public synchronized void close() {
        if (vault != null) {
            vault.close();
            vault = null;
        }
    }
}
