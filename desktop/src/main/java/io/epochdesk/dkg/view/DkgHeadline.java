package io.epochdesk.dkg.view;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.AnnouncedKeys;
import io.epochdesk.dkg.DkgForecast;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sentences that open the DKG page: how it stands, and what is to be expected. */
final class DkgHeadline {

    private final Words words;

    DkgHeadline(Words words) {
        this.words = words;
    }

    /** How the DKG stands. */
    String of(DkgCondition condition, BoardSnapshot snapshot, List<NodeRow> rows, Instant now) {
        String grave = grave(snapshot);
        if (!grave.isEmpty()) {
            return grave;
        }
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
            case RUNNING -> running(snapshot, rows, now);
            case COMPLETE -> words.say("dkg.headline.complete", "epoch", preparedEpoch(snapshot));
        };
    }

    /** What the review has found that is graver than anything the contract says; or empty. */
    private String grave(BoardSnapshot snapshot) {
        DkgReview review = snapshot.shownReview().orElse(null);
        DkgForecast forecast = snapshot.forecast().orElse(null);
        if (review == null || forecast == null) {
            return "";
        }
        for (AnnouncedKeys told :
                snapshot.shownBoard().map(Whiteboard::announced).orElse(List.of())) {
            if (review.agreementOf(told) == DkgReview.Agreement.DIFFERS) {
                return words.say("dkg.headline.announcedOther", "event", told.event().title());
            }
        }
        return switch (forecast.outcome()) {
            case BOARD_FAILED ->
                    words.say(
                            "dkg.headline.boardFailed",
                            "out",
                            forecast.out().size(),
                            "nodes",
                            review.judgement().dealers().size());
            case OTHER_RESULT -> words.say("dkg.headline.otherResult");
            case SUCCEEDED, EXPECTED, AT_RISK, SUBMISSIONS_FAILED -> "";
        };
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

    /** Whether the review has found something so grave that the page must not look calm. */
    boolean isGrave(BoardSnapshot snapshot) {
        return !grave(snapshot).isEmpty();
    }

    private String running(BoardSnapshot snapshot, List<NodeRow> rows, Instant now) {
        PhaseRibbon ribbon = PhaseRibbon.of(snapshot).orElse(null);
        String course = ribbon == null ? words.say("dkg.headline.untimed") : course(ribbon, now);
        if (rows.isEmpty()) {
            return course;
        }
        long silent = rows.stream().filter(row -> isSilent(row.done())).count();
        long trouble = rows.stream().filter(Trouble::with).count();
        if (snapshot.whiteboard().value().filter(board -> !board.entries().isEmpty()).isEmpty()) {
            return course + " " + words.say("dkg.headline.nobody");
        }
        String vectors =
                silent == 0
                        ? words.count("dkg.headline.allVectors", rows.size())
                        : words.count("dkg.headline.silent", silent, "nodes", rows.size());
        return course
                + " "
                + vectors
                + (trouble == 0 ? "" : " " + words.count("dkg.headline.trouble", trouble));
    }

    /** A vector of another DKG is none. */
    private static boolean isSilent(DkgMatrix.Row row) {
        return row.vector() == DkgMatrix.Vector.MISSING
                || row.vector() == DkgMatrix.Vector.WRONG_INSTANCE;
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
