package io.epochdesk.cli;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.VoteGroup;
import io.epochdesk.quorum.VotingRound;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.util.stream.Collectors;

/** The clusters' vote: one line a cluster, and who is missing. */
final class VotingText {

    private static final int[] WIDTHS = {12, 14, 24, 0};

    private final Words words;
    private final BoardSnapshot snapshot;

    VotingText(Words words, BoardSnapshot snapshot) {
        this.words = words;
        this.snapshot = snapshot;
    }

    void write(VotingRound round, Lines lines) {
        lines.wrapped(
                "  ",
                words.name(
                        "status.voting",
                        round.standing(),
                        "next",
                        snapshot.epoch()
                                .value()
                                .map(epoch -> Formats.number(epoch.upcomingCounter()))
                                .orElse("?"),
                        "done",
                        round.completeClusters(),
                        "clusters",
                        round.clusters().size()));
        if (round.standing() == VotingRound.Standing.CURRENT) {
            round.clusters().forEach(cluster -> cluster(cluster, lines));
        }
    }

    private void cluster(ClusterTally cluster, Lines lines) {
        long have = cluster.leading().map(VoteGroup::weight).orElse(0L);
        int missing = cluster.missing().size();
        lines.add(
                Lines.columns(
                        WIDTHS,
                        words.say("status.cluster.name", "index", cluster.index()),
                        words.say(state(cluster)),
                        words.say(
                                "status.cluster.weight",
                                "have",
                                have,
                                "threshold",
                                cluster.threshold()),
                        words.say(
                                "status.cluster.voted",
                                "voted",
                                cluster.members().size() - missing,
                                "members",
                                cluster.members().size())));
        if (cluster.groups().size() > 1) {
            lines.wrapped("    ", words.say("status.cluster.split", "weights", weights(cluster)));
        }
        if (!cluster.complete() && missing > 0) {
            lines.wrapped(
                    "    ",
                    words.say(
                            "status.cluster.missing",
                            "nodes",
                            cluster.missing().stream()
                                    .map(member -> Formats.shortId(member.nodeId()))
                                    .collect(Collectors.joining(" "))));
        }
    }

    private static String state(ClusterTally cluster) {
        if (cluster.complete()) {
            return "status.cluster.done";
        }
        return cluster.canComplete() ? "status.cluster.open" : "status.cluster.stuck";
    }

    private static String weights(ClusterTally cluster) {
        return cluster.groups().stream()
                .map(group -> Formats.number(group.weight()))
                .collect(Collectors.joining(" + "));
    }
}
