package io.epochdesk.rehearsal.model;

/**
 * {@code FlowEpoch.EpochTimingConfig}.
 *
 * @param duration seconds an epoch is meant to last
 * @param refCounter an epoch whose target end is known
 * @param refTimestamp that target end, in Unix seconds
 */
public record EpochTiming(long duration, long refCounter, long refTimestamp) {

    /** {@code getTargetEndTimeForEpoch}. */
    public long targetEnd(long counter) throws Aborted {
        if (counter < refCounter) {
            throw Aborted.runtime("underflow");
        }
        return refTimestamp + duration * (counter - refCounter);
    }
}
