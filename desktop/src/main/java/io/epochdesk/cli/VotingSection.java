package io.epochdesk.cli;

import io.epochdesk.quorum.CheckedCertificate;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.QuorumCertificate;
import io.epochdesk.quorum.VoteChecks;
import io.epochdesk.quorum.VoteGroup;
import io.epochdesk.quorum.VoteMessage;
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
        KeySource stakingKeys,
        List<Cluster> clusters) {

    /** Whose word the staking keys are that votes are checked against. */
    record KeySource(String source, @Nullable Long height) {}

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
            @Nullable Certificate certificate,
            List<Member> members) {}

    /** All votes for one message string, heaviest first, decoded as far as its form is known. */
    record Message(
            String message,
            long weight,
            int votes,
            boolean caseVariant,
            String form,
            @Nullable String view,
            @Nullable String rootBlockId) {}

    /** The quorum certificate that the contract would make, verified here. */
    record Certificate(
            String message,
            List<String> voterIds,
            List<String> voteSignatures,
            @Nullable String aggregatedSignature,
            String check) {}

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
                new KeySource(
                        Spelling.of(round.checks().keys().source()),
                        Spelling.known(round.checks().keys().height())),
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
                checks.certificateOf(tally).map(VotingSection::certificate).orElse(null),
                tally.members().stream().map(voter -> member(voter, checks)).toList());
    }

    private static Message message(VoteGroup group) {
        VoteMessage decoded = VoteMessage.of(group.message());
        return new Message(
                group.message(),
                group.weight(),
                group.votes(),
                group.caseVariant(),
                Spelling.of(decoded.form()),
                decoded.view(),
                decoded.rootBlockId());
    }

    private static Certificate certificate(CheckedCertificate checked) {
        QuorumCertificate made = checked.certificate();
        return new Certificate(
                made.message(),
                made.voterIds(),
                made.signatures(),
                checked.aggregate().isEmpty() ? null : checked.aggregate(),
                Spelling.of(checked.check()));
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
