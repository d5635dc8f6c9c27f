package io.epochdesk.keys.vault;

import io.epochdesk.fault.VaultFault;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The vault of a window: unlocked on demand, locked when nobody has used it for a while, and when
 * the machine was asleep. Whoever owns it calls {@link #look()} every few seconds.
 */
public final class VaultSession implements AutoCloseable {

    /** Between two looks; a clock that moved on by more shows that the machine slept. */
    public static final Duration LONGEST_GAP = Duration.ofSeconds(60);

    private final Clock clock;
    private final Duration idle;

    private @Nullable Vault vault;
    private Instant used = Instant.MIN;
    private Instant looked = Instant.MIN;

    /**
     * A locked session.
     *
     * @param clock the wall clock, which goes on while the machine sleeps
     * @param idle locks when unused for so long
     */
    public VaultSession(Clock clock, Duration idle) {
        this.clock = clock;
        this.idle = idle;
    }

    /** Takes an unlocked vault over; one from before is locked. */
    public synchronized void opened(Vault fresh) {
        close();
        vault = fresh;
        used = clock.instant();
        looked = used;
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

    /** Locks the vault when it is time to; answers whether it is unlocked. */
    public synchronized boolean look() {
        Instant now = clock.instant();
        if (vault != null
                && (vault.isLocked()
                        || !now.isBefore(used.plus(idle))
                        || now.isAfter(looked.plus(LONGEST_GAP))
                        || now.isBefore(looked))) {
            close();
        }
        looked = now;
        return vault != null;
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
