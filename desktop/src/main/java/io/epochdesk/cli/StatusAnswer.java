package io.epochdesk.cli;

import io.epochdesk.board.Attention;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.quorum.VotingRound;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The answer in one plain sentence: what needs attention, or else where the epoch stands. */
final class StatusAnswer {

    private final Formats formats;
    private final Words words;
    private final Instant now;

    StatusAnswer(Formats formats, Instant now) {
        this.formats = formats;
        this.words = formats.words();
        this.now = now;
    }

    String of(BoardSnapshot snapshot) {
        Optional<EpochState> epoch = snapshot.epoch().value();
        if (epoch.isEmpty()) {
            return words.say("status.answer.unread");
        }
        List<Attention> attention = snapshot.attention();
        if (!attention.isEmpty()) {
            String first = Sentences.of(words, attention.getFirst());
            return attention.size() == 1
                    ? first
                    : first + " " + words.count("status.answer.more", attention.size() - 1L);
        }
        return Verdict.of(snapshot) == ExitCode.COULD_NOT_READ
                ? words.say("status.answer.partly", "epoch", epoch.get().counter())
                : standing(epoch.get(), snapshot);
    }

    private String standing(EpochState epoch, BoardSnapshot snapshot) {
        Optional<EpochOutlook> outlook = snapshot.outlook().value();
        return switch (epoch.phase()) {
            case STAKING_AUCTION -> timed("auction", epoch, outlook, Milestone.Kind.AUCTION_END);
            case EPOCH_SETUP -> setup(epoch, snapshot, outlook);
            case EPOCH_COMMIT -> timed("committed", epoch, outlook, Milestone.Kind.EPOCH_END);
        };
    }

    private String timed(
            String stage, EpochState epoch, Optional<EpochOutlook> outlook, Milestone.Kind kind) {
        String sentence =
                words.say(
                        "status.answer." + stage,
                        "epoch",
                        epoch.counter(),
                        "next",
                        epoch.upcomingCounter());
        return outlook.flatMap(known -> known.milestone(kind))
                .flatMap(milestone -> Optional.ofNullable(milestone.eta()))
                .filter(eta -> eta.isAfter(now))
                .map(
                        eta ->
                                words.say(
                                        "status.answer.until." + stage,
                                        "sentence",
                                        sentence,
                                        "distance",
                                        formats.distance(eta, now)))
                .orElse(words.say("status.answer.untimed", "sentence", sentence));
    }

    private String setup(EpochState epoch, BoardSnapshot snapshot, Optional<EpochOutlook> outlook) {
        VotingRound voting = snapshot.voting().value().orElseThrow();
        DkgState dkg = snapshot.dkg().value().orElseThrow();
        String sentence =
                words.say(
                        "status.answer.setup",
                        "next",
                        epoch.upcomingCounter(),
                        "done",
                        voting.completeClusters(),
                        "clusters",
                        voting.clusters().size(),
                        "have",
                        dkg.leading().map(SubmissionGroup::count).orElse(0),
                        "needed",
                        dkg.needed());
        return outlook.flatMap(EpochOutlook::dueBy)
                .flatMap(milestone -> Optional.ofNullable(milestone.eta()))
                .filter(eta -> eta.isAfter(now))
                .map(
                        eta ->
                                words.say(
                                        "status.answer.left",
                                        "sentence",
                                        sentence,
                                        "duration",
                                        Formats.duration(Duration.between(now, eta))))
                .orElse(words.say("status.answer.untimed", "sentence", sentence));
    }
}
