package io.epochdesk.rehearsal.model;

import org.jspecify.annotations.Nullable;

/**
 * State of the contract FlowEpoch.
 *
 * @param counter of the current epoch
 * @param phase of the current epoch
 * @param metadata of every epoch known, by counter
 * @param config lengths and number of clusters
 * @param timing target ends
 * @param automaticRewards whether the heartbeat pays rewards
 */
public record Epoch(
        long counter,
        EpochPhase phase,
        PersistentMap<Long, EpochMetadata> metadata,
        EpochConfig config,
        EpochTiming timing,
        boolean automaticRewards) {

    /** {@code proposedEpochCounter}: the current counter plus one. */
    public long proposedCounter() {
        return counter + 1;
    }

    /** What is known of the current epoch, or null. */
    public @Nullable EpochMetadata current() {
        return metadata.get(counter);
    }

    /** What is known of an epoch that must be known. */
    EpochMetadata require(long epoch) throws Aborted {
        EpochMetadata found = metadata.get(epoch);
        if (found == null) {
            throw Aborted.nil();
        }
        return found;
    }

    Epoch with(long newCounter, EpochPhase newPhase) {
        return new Epoch(newCounter, newPhase, metadata, config, timing, automaticRewards);
    }

    Epoch with(EpochConfig newConfig) {
        return new Epoch(counter, phase, metadata, newConfig, timing, automaticRewards);
    }

    Epoch with(EpochTiming newTiming) {
        return new Epoch(counter, phase, metadata, config, newTiming, automaticRewards);
    }

    Epoch withAutomaticRewards(boolean enabled) {
        return new Epoch(counter, phase, metadata, config, timing, enabled);
    }

    /** {@code saveEpochMetadata}. */
    Epoch saving(EpochMetadata epoch) throws Aborted {
        if (counter != 0 && (epoch.counter() < counter - 1 || epoch.counter() > counter + 1)) {
            throw Aborted.precondition(
                    "Cannot modify epoch metadata from epochs after the proposed epoch or before"
                            + " the previous epoch");
        }
        return new Epoch(
                counter,
                phase,
                metadata.with(epoch.counter(), epoch),
                config,
                timing,
                automaticRewards);
    }
}
