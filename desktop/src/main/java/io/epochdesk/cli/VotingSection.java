package io.epochdesk.cli;

import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.VoteChecks;
import io.epochdesk.quorum.VoteGroup;
import io.epochdesk.quorum.VotingRound;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The clusters' vote. */
record VotingSection(
        String standing,
        boolean inProgress,
        boolean votingCompleted,
        boolean complete,
        long completeClusters,
        List<Cluster> clusters) {

    /** One cluster; weights are those of the contract. */
    record Cluster(
            int index,
            long totalWeight,
            long threshold,
            boolean complete,
            boolean canComplete,
            long missingWeight,
            long openWeight,
            List<Message> messages,
            List<Member> members) {}

    /** All votes for one message string, heaviest first. */
    record Message(String message, long weight, int votes, boolean caseVariant) {}

    /** A member, its vote, and what the console's own check of it found. */
    record Member(
            String nodeId,
            long weight,
            boolean voted,
            @Nullable String message,
            @Nullable String signature,
            @Nullable String check) {}

    static VotingSection of(VotingRound round) {
        return new VotingSection(
                Spelling.of(round.standing()),
                round.inProgress(),
                round.votingCompleted(),
                round.isComplete(),
                round.completeClusters(),
                round.clusters().stream().map(tally -> cluster(tally, round.checks())).toList());
    }

    private static Cluster cluster(ClusterTally tally, VoteChecks checks) {
        return new Cluster(
                tally.index(),
                tally.totalWeight(),
                tally.threshold(),
                tally.complete(),
                tally.canComplete(),
                tally.missingWeight(),
                tally.openWeight(),
                tally.groups().stream().map(VotingSection::message).toList(),
                tally.members().stream().map(voter -> member(voter, checks)).toList());
    }

    private static Message message(VoteGroup group) {
        return new Message(group.message(), group.weight(), group.votes(), group.caseVariant());
    }

    private static Member member(ClusterVoter voter, VoteChecks checks) {
        return new Member(
                voter.nodeId(),
                voter.weight(),
                voter.hasVoted(),
                voter.message(),
                voter.signature(),
                voter.hasVoted() ? Spelling.of(checks.of(voter)) : null);
    }
}
