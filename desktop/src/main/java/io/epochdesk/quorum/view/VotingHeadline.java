package io.epochdesk.quorum.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.quorum.VoteCheck;
import io.epochdesk.quorum.VotingRound;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The one plain sentence that opens the Clusters page. */
final class VotingHeadline {

    private final Words words;

    VotingHeadline(Words words) {
        this.words = words;
    }

    String of(VotingCondition condition, BoardSnapshot snapshot, Instant now) {
        VotingRound round = snapshot.voting().value().orElse(null);
        if (round == null) {
            return words.say(
                    condition == VotingCondition.UNREADABLE
                            ? "quorum.headline.unreadable"
                            : "quorum.headline.waiting");
        }
        int invalid = round.checks().count(VoteCheck.INVALID);
        String sentence = of(condition, round, snapshot, now);
        return invalid == 0 || condition == VotingCondition.LAST_EPOCH
                ? sentence
                : sentence + " " + words.count("quorum.headline.invalid", invalid);
    }

    private String of(
            VotingCondition condition, VotingRound round, BoardSnapshot snapshot, Instant now) {
        return switch (condition) {
            case WAITING -> words.say("quorum.headline.waiting");
            case UNREADABLE -> words.say("quorum.headline.unreadable");
            case NOTHING_TO_VOTE_ON -> words.say("quorum.headline.nothingToVoteOn");
            case NO_CLUSTERS -> withAuction(words.say("quorum.headline.noClusters"), snapshot, now);
            case LAST_EPOCH ->
                    withAuction(
                            words.say(
                                    "quorum.headline.lastEpoch",
                                    "epoch",
                                    votedFor(snapshot, round)),
                            snapshot,
                            now);
            case UNTOUCHED ->
                    withTimeLeft(
                            words.count("quorum.headline.untouched", round.clusters().size()),
                            snapshot,
                            now);
            case OPEN -> withTimeLeft(open(VotingCondition.undone(round), round), snapshot, now);
            case STUCK -> stuck(VotingCondition.undone(round));
            case COMPLETE -> words.count("quorum.headline.complete", round.clusters().size());
        };
    }

    /**
     * Counter of the epoch whose certificates these votes make, as text; a question mark while it
     * is not known.
     */
    static String votedFor(BoardSnapshot snapshot, VotingRound round) {
        Optional<EpochState> epoch = snapshot.epoch().value();
        return epoch.map(
                        state ->
                                round.standing() == VotingRound.Standing.LAST_EPOCH
                                        ? state.counter()
                                        : state.upcomingCounter())
                .map(String::valueOf)
                .orElse("?");
    }

    private String open(List<ClusterRow> undone, VotingRound round) {
        ClusterRow furthest = undone.getFirst();
        String needs =
                words.say(
                        "quorum.headline.needs",
                        "cluster",
                        furthest.index(),
                        "weight",
                        furthest.tally().missingWeight());
        String silent =
                words.count(
                        "quorum.headline.silent",
                        furthest.tally().missing().size(),
                        "members",
                        furthest.tally().members().size());
        String sentence = words.say("quorum.headline.joined", "first", needs, "second", silent);
        return undone.size() == 1
                ? sentence
                : words.say(
                        "quorum.headline.several",
                        "done",
                        round.clusters().size() - undone.size(),
                        "all",
                        round.clusters().size(),
                        "furthest",
                        sentence);
    }

    private String stuck(List<ClusterRow> undone) {
        ClusterRow first = undone.getFirst();
        long stuck = undone.stream().filter(row -> row.state() == ClusterRow.State.STUCK).count();
        String sentence =
                words.say(
                        "quorum.headline.stuck",
                        "cluster",
                        first.index(),
                        "needed",
                        first.tally().threshold(),
                        "reachable",
                        first.leadingWeight() + first.tally().openWeight());
        return stuck == 1
                ? sentence
                : sentence + " " + words.count("quorum.headline.moreStuck", stuck - 1);
    }

    private String withTimeLeft(String sentence, BoardSnapshot snapshot, Instant now) {
        return snapshot.outlook()
                .value()
                .flatMap(EpochOutlook::dueBy)
                .map(Milestone::eta)
                .map(
                        due ->
                                words.say(
                                        due.isAfter(now)
                                                ? "quorum.headline.left"
                                                : "quorum.headline.over",
                                        "sentence",
                                        sentence,
                                        "duration",
                                        Formats.duration(Duration.between(now, due))))
                .orElseGet(() -> words.say("quorum.headline.untimed", "sentence", sentence));
    }

    private String withAuction(String sentence, BoardSnapshot snapshot, Instant now) {
        return snapshot.outlook()
                .value()
                .flatMap(outlook -> outlook.milestone(Milestone.Kind.AUCTION_END))
                .map(Milestone::eta)
                .filter(end -> end.isAfter(now))
                .map(
                        end ->
                                sentence
                                        + " "
                                        + words.say(
                                                "quorum.headline.auction",
                                                "duration",
                                                Formats.duration(Duration.between(now, end))))
                .orElse(sentence);
    }
}
