package io.epochdesk.dkg.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The sentences that open the DKG page: how it stands, and what is to be expected. */
final class DkgHeadline {

    private final Words words;

    DkgHeadline(Words words) {
        this.words = words;
    }

    /** How the DKG stands. */
    String of(DkgCondition condition, BoardSnapshot snapshot, Instant now) {
        return switch (condition) {
            case WAITING -> words.say("dkg.headline.waiting");
            case UNREADABLE -> words.say("dkg.headline.unreadable");
            case STUCK -> words.say("dkg.headline.stuck");
            case NONE -> withAuction(words.say("dkg.headline.none"), snapshot, now);
            case LAST_EPOCH ->
                    withAuction(
                            words.say("dkg.headline.lastEpoch", "epoch", preparedEpoch(snapshot)),
                            snapshot,
                            now);
            case RUNNING -> running(snapshot, now);
            case COMPLETE -> words.say("dkg.headline.complete", "epoch", preparedEpoch(snapshot));
        };
    }

    /** What the submissions let expect; empty while there is no DKG. */
    String forecast(DkgCondition condition, Forecast forecast) {
        String key =
                switch (condition) {
                    case WAITING, UNREADABLE, NONE -> "";
                    case LAST_EPOCH -> "dkg.forecast.last";
                    case RUNNING -> "dkg.forecast.running";
                    case STUCK -> "dkg.forecast.stuck";
                    case COMPLETE -> "dkg.forecast.complete";
                };
        return key.isEmpty()
                ? ""
                : words.say(
                        key,
                        "needed",
                        forecast.needed(),
                        "submitted",
                        forecast.submitted(),
                        "committee",
                        forecast.committee(),
                        "leading",
                        forecast.leading(),
                        "reachable",
                        forecast.leading() + forecast.open());
    }

    /** Counter of the epoch that the DKG shown prepares or prepared. */
    static String preparedEpoch(BoardSnapshot snapshot) {
        boolean last =
                snapshot.dkg()
                        .value()
                        .filter(state -> state.standing() == DkgState.Standing.LAST_EPOCH)
                        .isPresent();
        Optional<EpochState> epoch = snapshot.epoch().value();
        return epoch.map(state -> last ? state.counter() : state.upcomingCounter())
                .map(String::valueOf)
                .orElse("?");
    }

    private String running(BoardSnapshot snapshot, Instant now) {
        PhaseRibbon ribbon = PhaseRibbon.of(snapshot).orElse(null);
        String course = ribbon == null ? words.say("dkg.headline.untimed") : course(ribbon, now);
        DkgMatrix matrix = snapshot.matrix().value().orElse(null);
        if (matrix == null) {
            return course;
        }
        long silent =
                matrix.rows().stream()
                        .filter(row -> row.vector() == DkgMatrix.Vector.MISSING)
                        .count();
        long trouble = matrix.rows().stream().filter(Trouble::with).count();
        if (snapshot.whiteboard().value().filter(board -> !board.entries().isEmpty()).isEmpty()) {
            return course + " " + words.say("dkg.headline.nobody");
        }
        String vectors =
                silent == 0
                        ? words.count("dkg.headline.allVectors", matrix.rows().size())
                        : words.count("dkg.headline.silent", silent, "nodes", matrix.rows().size());
        return course
                + " "
                + vectors
                + (trouble == 0 ? "" : " " + words.count("dkg.headline.trouble", trouble));
    }

    private String course(PhaseRibbon ribbon, Instant now) {
        @Nullable Instant end = ribbon.present().map(PhaseRibbon.Stage::eta).orElse(null);
        return end == null
                ? words.name("dkg.course", ribbon.now())
                : words.name(
                        "dkg.course.timed",
                        ribbon.now(),
                        "distance",
                        Formats.duration(Duration.between(now, end)));
    }

    private String withAuction(String sentence, BoardSnapshot snapshot, Instant now) {
        return snapshot.outlook()
                .value()
                .flatMap((EpochOutlook outlook) -> outlook.milestone(Milestone.Kind.AUCTION_END))
                .map(Milestone::eta)
                .filter(end -> end.isAfter(now))
                .map(
                        end ->
                                sentence
                                        + " "
                                        + words.say(
                                                "dkg.headline.auction",
                                                "duration",
                                                Formats.duration(Duration.between(now, end))))
                .orElse(sentence);
    }
}
