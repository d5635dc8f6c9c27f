package io.epochdesk.quorum.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.live.Part;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.VoteGroup;
import io.epochdesk.quorum.VotingRound;
import io.epochdesk.quorum.VotingRound.Standing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Voting rounds told by who voted what, for tests. Thresholds are those of the contract's function.
 */
final class Rounds {

    private Rounds() {}

    /** A cluster whose members weigh 100 each; null stands for a member that has not voted. */
    static ClusterTally cluster(int index, @Nullable String... votes) {
        return weighing(index, 100, votes);
    }

    /** A cluster whose members weigh so much each. */
    static ClusterTally weighing(int index, long weight, @Nullable String... votes) {
        List<ClusterVoter> members = new ArrayList<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < votes.length; i++) {
            String vote = votes[i];
            members.add(
                    new ClusterVoter(
                            "%02x".formatted(index * 16 + i).repeat(32),
                            weight,
                            vote,
                            vote == null ? null : "5163"));
            if (vote != null) {
                counts.merge(vote, 1, Integer::sum);
            }
        }
        long total = weight * votes.length;
        long threshold = total == 0 ? 0 : 2 * (total / 3) + (total % 3 <= 1 ? 1 : 2);
        List<VoteGroup> groups =
                counts.entrySet().stream()
                        .map(
                                group ->
                                        new VoteGroup(
                                                group.getKey(),
                                                weight * group.getValue(),
                                                group.getValue(),
                                                counts.keySet().stream()
                                                                .filter(
                                                                        other ->
                                                                                other
                                                                                        .equalsIgnoreCase(
                                                                                                group
                                                                                                        .getKey()))
                                                                .count()
                                                        > 1))
                        .sorted(Comparator.comparingLong(VoteGroup::weight).reversed())
                        .toList();
        boolean complete = groups.stream().anyMatch(group -> group.weight() >= threshold);
        return new ClusterTally(index, members, total, threshold, complete, groups);
    }

    /** A board in mid-setup with this round at this height. */
    static BoardSnapshot board(long height, Standing standing, ClusterTally... clusters) {
        List<ClusterTally> list = List.of(clusters);
        VotingRound round =
                new VotingRound(
                        standing == Standing.CURRENT,
                        list.stream().allMatch(ClusterTally::complete),
                        list,
                        standing);
        return with(round, height);
    }

    /** A board in mid-setup with this round at this height. */
    static BoardSnapshot with(VotingRound round, long height) {
        BoardSnapshot base = SampleBoards.of(SampleBoards.Size.SMALL).setup();
        Provenance from =
                new Provenance(
                        "node-1",
                        height,
                        SampleBoards.NOW.minusSeconds(5),
                        SampleBoards.NOW.minusSeconds(1));
        return new BoardSnapshot(
                base.connection(),
                base.epoch(),
                base.deadlines(),
                base.outlook(),
                Part.of(new Reading<>(round, from)),
                base.dkg(),
                base.whiteboard(),
                base.matrix(),
                List.of());
    }
}
