package io.epochdesk.quorum.view;

import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.VoteCheck;
import io.epochdesk.quorum.VoteChecks;

import org.jspecify.annotations.Nullable;

/**
 * One member of the selected cluster.
 *
 * @param cluster index of its cluster
 * @param voter what the contract answers about it
 * @param vote how its vote stands
 * @param letter letter of the message it voted for, as on the cluster's bar; empty when it has not
 *     voted
 * @param check what the console's own check of the vote found
 * @param seen when its vote was first seen here, or null when it has not voted
 */
public record MemberRow(
        int cluster,
        ClusterVoter voter,
        Vote vote,
        String letter,
        VoteCheck check,
        @Nullable Sighting seen) {

    /** How a member's vote stands, in the order of the table. */
    public enum Vote {
        /** It has not voted. */
        MISSING,
        /** It voted for another message than the leading one: its weight does not count. */
        OTHER_MESSAGE,
        /** It voted for the leading message: its weight counts. */
        COUNTED
    }

    /** The node's ID. */
    public String nodeId() {
        return voter.nodeId();
    }

    /** Its weight in the cluster. */
    public long weight() {
        return voter.weight();
    }

    /** The row of a member. */
    static MemberRow of(
            ClusterRow cluster, ClusterVoter voter, VoteChecks checks, @Nullable Sighting seen) {
        String message = voter.message();
        if (message == null) {
            return new MemberRow(
                    cluster.index(), voter, Vote.MISSING, "", VoteCheck.UNCHECKED, null);
        }
        boolean leading =
                cluster.tally()
                        .leading()
                        .filter(group -> group.message().equals(message))
                        .isPresent();
        return new MemberRow(
                cluster.index(),
                voter,
                leading ? Vote.COUNTED : Vote.OTHER_MESSAGE,
                cluster.letterOf(message),
                checks.of(voter),
                seen);
    }
}
