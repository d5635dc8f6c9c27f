package io.epochdesk.app;

import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultSession;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The vaults of the window: the operator's own, and one for rehearsals that is thrown away with the
 * window. While a rehearsal is on, the operator's own cannot be opened. Used on the FX thread.
 */
final class Vaults implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Vaults.class);

    /** A vault locks itself when unused for so long. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final VaultSession own;
    private final VaultSession practice;
    private final Path practiceFolder;
    private @Nullable OpenNetwork watched;

    /**
     * Vaults that are all locked.
     *
     * @param temporary where the folder of the rehearsals' vault is made, once it is needed
     */
    Vaults(Clock clock, Path temporary) {
        own = new VaultSession(clock, System::nanoTime, IDLE);
        practice = new VaultSession(clock, System::nanoTime, IDLE);
        practiceFolder = temporary.resolve("epochdesk-rehearsal-" + UUID.randomUUID());
    }

    /** This network is watched now; what was unlocked for another is locked. */
    void watch(OpenNetwork network) {
        if (network != watched) {
            watched = network;
            own.close();
            practice.close();
        }
    }

    /** The vault for the network being watched. */
    VaultDoor door(Path data) {
        return VaultDoor.of(isRehearsing() ? practiceFolder : data);
    }

    /** Where a rehearsal's bootstrap folders are made; thrown away with its vault. */
    Path practiceFolder() {
        return practiceFolder.resolve("bootstrap");
    }

    /** Where the history of the network being watched is kept; a rehearsal's is thrown away. */
    Path historyFolder(Path data) {
        return isRehearsing() ? practiceFolder : data;
    }

    /** What of it is unlocked. */
    VaultSession session() {
        return isRehearsing() ? practice : own;
    }

    /** Locks what it is time to lock. */
    void look() {
        own.look();
        practice.look();
        if (isRehearsing()) {
            // An unlocking begun before the rehearsal may only have ended now.
            own.close();
        }
    }

    /** Locks all and throws the rehearsals' vault away. */
    @Override
    public void close() {
        own.close();
        practice.close();
        try {
            if (Files.exists(practiceFolder)) {
                for (Path each : inside()) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            LOG.warn("The vault of a rehearsal could not be thrown away: {}", practiceFolder, e);
        }
    }

    private List<Path> inside() throws IOException {
        try (Stream<Path> all = Files.walk(practiceFolder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private boolean isRehearsing() {
        return watched != null && watched.isRehearsal();
    }
}
