package io.epochdesk.quorum.view;

import io.epochdesk.quorum.CheckedCertificate;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.VoteChecks;
import io.epochdesk.quorum.VoteGroup;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One cluster as the page draws it.
 *
 * @param tally what the contract answers
 * @param state how it stands
 * @param segments the distinct messages, heaviest first
 * @param certificate its quorum certificate, verified here; null until it is complete and was
 *     verified
 */
public record ClusterRow(
        ClusterTally tally,
        State state,
        List<Segment> segments,
        @Nullable CheckedCertificate certificate) {

    public ClusterRow {
        segments = List.copyOf(segments);
    }

    /** How a cluster stands, the gravest first. */
    public enum State {
        /** No message can reach the threshold any more. */
        STUCK,
        /** Nobody has voted. */
        UNTOUCHED,
        /** Votes are there, none has reached the threshold. */
        OPEN,
        /** One message has reached the threshold. */
        DONE
    }

    /**
     * A distinct message and its weight.
     *
     * @param letter A for the heaviest, B for the next, …
     * @param group the votes for it
     */
    public record Segment(String letter, VoteGroup group) {}

    /** The row of a tally of which nothing was checked. */
    public static ClusterRow of(ClusterTally tally) {
        return of(tally, VoteChecks.NONE);
    }

    /** The row of a tally, with what the console found out about it. */
    public static ClusterRow of(ClusterTally tally, VoteChecks checks) {
        List<Segment> segments = new ArrayList<>();
        for (VoteGroup group : tally.groups()) {
            segments.add(new Segment(letter(segments.size()), group));
        }
        return new ClusterRow(
                tally, state(tally), segments, checks.certificateOf(tally).orElse(null));
    }

    /** The cluster's index on chain. */
    public int index() {
        return tally.index();
    }

    /** Weight of the heaviest message. */
    public long leadingWeight() {
        return tally.leading().map(VoteGroup::weight).orElse(0L);
    }

    /** Number of members that voted, for whatever message. */
    public int votesCast() {
        return tally.members().size() - tally.missing().size();
    }

    /** Whether two messages differ only in letter case, which the contract counts apart. */
    public boolean caseSplit() {
        return tally.groups().stream().anyMatch(VoteGroup::caseVariant);
    }

    /**
     * How far from done, from 0 (done) to 1 (no weight at all); beyond 1 when it can no longer be
     * done.
     */
    public double distance() {
        return switch (state) {
            case DONE -> 0;
            case STUCK -> 2;
            case OPEN, UNTOUCHED ->
                    tally.threshold() == 0 ? 1 : (double) tally.missingWeight() / tally.threshold();
        };
    }

    /** The letter of a message, or empty when nobody voted for it. */
    public String letterOf(String message) {
        return segments.stream()
                .filter(segment -> segment.group().message().equals(message))
                .map(Segment::letter)
                .findFirst()
                .orElse("");
    }

    private static State state(ClusterTally tally) {
        if (tally.complete()) {
            return State.DONE;
        }
        if (!tally.canComplete()) {
            return State.STUCK;
        }
        return tally.groups().isEmpty() ? State.UNTOUCHED : State.OPEN;
    }

    private static String letter(int n) {
        return n < 26 ? String.valueOf((char) ('A' + n)) : "#" + (n + 1);
    }
}
