package io.epochdesk.board.view;

import io.epochdesk.board.Attention;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Tone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer first: one sentence that says whether all is well, and one with the figures behind it.
 */
final class HeadlineWords {

    private final Words words;
    private final DeadlineWords deadlines;

    HeadlineWords(Words words, DeadlineWords deadlines) {
        this.words = words;
        this.deadlines = deadlines;
    }

    /** How good it is: the gravest of what needs attention decides. */
    Tone tone(BoardSnapshot board) {
        EpochState epoch = board.epoch().value().orElse(null);
        if (epoch == null) {
            return board.epoch().trouble() == null ? Tone.UNKNOWN : Tone.DANGER;
        }
        Optional<Tone> gravest =
                board.attention().stream().map(HeadlineWords::tone).max(Comparator.naturalOrder());
        return gravest.orElse(
                switch (epoch.phase()) {
                    case STAKING_AUCTION -> Tone.CALM;
                    case EPOCH_SETUP -> Tone.PROGRESS;
                    case EPOCH_COMMIT -> Tone.SUCCESS;
                });
    }

    /** The answer. */
    String headline(BoardSnapshot board) {
        EpochState epoch = board.epoch().value().orElse(null);
        if (epoch == null) {
            return words.say(
                    board.epoch().trouble() == null
                            ? "overview.headline.looking"
                            : "overview.headline.unreadable");
        }
        Tone tone = tone(board);
        if (tone == Tone.DANGER || tone == Tone.ATTENTION) {
            String key =
                    tone == Tone.DANGER
                            ? "overview.headline.danger"
                            : "overview.headline.attention";
            return words.name(key, epoch.phase(), "next", epoch.upcomingCounter());
        }
        return words.name("overview.headline.fine", epoch.phase(), "next", epoch.upcomingCounter());
    }

    /** The figures behind the answer. */
    String explanation(BoardSnapshot board, Summary quorum, Summary dkg, Instant now) {
        EpochState epoch = board.epoch().value().orElse(null);
        if (epoch == null) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        if (epoch.phase() == EpochPhase.EPOCH_SETUP) {
            addQuorum(sentences, board, quorum);
            addDkg(sentences, board, dkg);
        }
        deadlines
                .next(board)
                .map(
                        milestone ->
                                words.name(
                                        "overview.next",
                                        milestone.kind(),
                                        "distance",
                                        deadlines.distance(milestone, epoch.view(), now)))
                .ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    private void addQuorum(List<String> sentences, BoardSnapshot board, Summary quorum) {
        if (!board.voting().value().map(round -> round.clusters().isEmpty()).orElse(true)) {
            sentences.add(words.say("overview.explain.quorum", "figure", quorum.figure()));
        }
    }

    private void addDkg(List<String> sentences, BoardSnapshot board, Summary dkg) {
        board.dkg()
                .value()
                .ifPresent(
                        _ ->
                                sentences.add(
                                        words.say("overview.explain.dkg", "figure", dkg.figure())));
    }

    /** How grave something is. */
    static Tone tone(Attention attention) {
        return switch (attention.kind()) {
            case CLUSTER_CANNOT_COMPLETE, DKG_CANNOT_COMPLETE, KEYS_DIFFER, FALLBACK_SUSPECTED ->
                    Tone.DANGER;
            case CLUSTER_LATE, DKG_LATE, INVALID_VOTES, INVALID_MESSAGES, DATA_OLD, CASE_SPLIT ->
                    Tone.ATTENTION;
        };
    }
}
