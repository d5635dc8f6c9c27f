package io.epochdesk.board.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.VoteGroup;
import io.epochdesk.quorum.VotingRound;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Mine;
import io.epochdesk.ui.Tone;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The clusters' vote in a card's worth of words. */
final class QuorumWords {

    private final Words words;

    QuorumWords(Words words) {
        this.words = words;
    }

    Summary summary(BoardSnapshot board) {
        VotingRound round = board.voting().value().orElse(null);
        if (round == null) {
            return plain(Tone.UNKNOWN, "unknown");
        }
        return switch (round.standing()) {
            case NONE -> plain(Tone.CALM, "none");
            case LAST_EPOCH -> plain(Tone.CALM, "before");
            case CURRENT -> current(round);
        };
    }

    /** Each cluster's way to its threshold; those with a node of the operator's are marked. */
    List<Share> shares(BoardSnapshot board, Mine mine) {
        return board.voting()
                .value()
                .filter(round -> round.standing() == VotingRound.Standing.CURRENT)
                .map(
                        round ->
                                round.clusters().stream()
                                        .map(cluster -> share(cluster, mine))
                                        .toList())
                .orElse(List.of());
    }

    private Summary current(VotingRound round) {
        List<ClusterTally> clusters = round.clusters();
        String figure =
                words.say("overview.of", "have", round.completeClusters(), "all", clusters.size());
        String unit = words.say("overview.quorum.unit");
        Optional<ClusterTally> stuck =
                clusters.stream().filter(cluster -> !cluster.canComplete()).findFirst();
        if (stuck.isPresent()) {
            return new Summary(
                    Tone.DANGER,
                    words.say("overview.quorum.status.stuck"),
                    figure,
                    unit,
                    words.say("overview.quorum.note.stuck", "cluster", stuck.get().index()));
        }
        if (round.isComplete()) {
            return new Summary(
                    Tone.SUCCESS,
                    words.say("overview.quorum.status.complete"),
                    figure,
                    unit,
                    words.say("overview.quorum.note.complete"));
        }
        return new Summary(
                Tone.PROGRESS,
                words.say("overview.quorum.status.voting"),
                figure,
                unit,
                clusters.stream()
                        .filter(cluster -> !cluster.complete())
                        .max(Comparator.comparingLong(ClusterTally::missingWeight))
                        .map(this::missing)
                        .orElse(""));
    }

    private String missing(ClusterTally cluster) {
        return words.count(
                "overview.quorum.note.missing",
                cluster.missing().size(),
                "cluster",
                cluster.index(),
                "weight",
                cluster.missingWeight(),
                "members",
                cluster.members().size());
    }

    private Share share(ClusterTally cluster, Mine mine) {
        long weight = cluster.leading().map(VoteGroup::weight).orElse(0L);
        double done =
                cluster.threshold() == 0
                        ? (cluster.complete() ? 1 : 0)
                        : (double) weight / cluster.threshold();
        Tone tone = Tone.PROGRESS;
        if (cluster.complete()) {
            tone = Tone.SUCCESS;
        } else if (!cluster.canComplete()) {
            tone = Tone.DANGER;
        }
        String name = words.say("overview.quorum.cluster", "cluster", cluster.index());
        String own = ownIn(cluster, mine);
        String figures =
                words.say(
                        "overview.quorum.share",
                        "cluster",
                        cluster.index(),
                        "weight",
                        weight,
                        "threshold",
                        cluster.threshold(),
                        "total",
                        cluster.totalWeight());
        return new Share(
                name,
                own.isEmpty()
                        ? figures
                        : words.say("overview.quorum.share.mine", "share", figures, "mine", own),
                done,
                tone,
                !own.isEmpty());
    }

    private static String ownIn(ClusterTally cluster, Mine mine) {
        return cluster.members().stream()
                .flatMap(member -> mine.labelOf(member.nodeId()).stream())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Summary plain(Tone tone, String key) {
        return new Summary(
                tone,
                words.say("overview.quorum.status." + key),
                words.say("overview.nothing"),
                "",
                words.say("overview.quorum.note." + key));
    }
}
