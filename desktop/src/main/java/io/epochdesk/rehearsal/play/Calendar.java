package io.epochdesk.rehearsal.play;

import io.epochdesk.rehearsal.model.EpochConfig;

import java.time.Duration;

/**
 * Lengths of a rehearsal's epochs, in views, and how they relate to time. An epoch is a week of
 * network time at mainnet's 1.25 views a second.
 *
 * @param epoch views of an epoch
 * @param auction views of its auction
 * @param dkgPhase views of each phase of its DKG
 */
record Calendar(long epoch, long auction, long dkgPhase) {

    /** Network time a view takes: 0.8 s. */
    static final Duration VIEW = Duration.ofMillis(800);

    /** Views before an epoch's end by which the next must be committed, as on mainnet. */
    static final long SAFETY_THRESHOLD = 1_000;

    /** As a rehearsal has it: a week, of which the auction is all but 15 hours. */
    static final Calendar WEEK = new Calendar(756_000, 688_500, 4_000);

    /** Seconds an epoch is meant to last. */
    long seconds() {
        return VIEW.multipliedBy(epoch).toSeconds();
    }

    /** The lengths for the contract, for so many clusters. */
    EpochConfig config(int clusters, long supplyIncrease) {
        return new EpochConfig(epoch, auction, dkgPhase, clusters, supplyIncrease);
    }
}
