package io.epochdesk.board;

import io.epochdesk.dkg.AnnouncedKeys;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Fallback;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.live.Freshness;
import io.epochdesk.live.Reading;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.VoteCheck;
import io.epochdesk.quorum.VoteGroup;
import io.epochdesk.quorum.VotingRound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What of a snapshot needs attention. Only the preparation of the upcoming epoch counts, never what
 * is left of the last one.
 */
final class AttentionRules {

    private AttentionRules() {}

    /** The attention a snapshot needs at a moment, gravest first. */
    static List<Attention> of(BoardSnapshot board, Instant now) {
        List<Attention> found = new ArrayList<>();
        boolean late = isLate(board);
        board.voting()
                .value()
                .filter(round -> round.standing() == VotingRound.Standing.CURRENT)
                .ifPresent(
                        round -> {
                            round.clusters().forEach(cluster -> cluster(cluster, late, found));
                            votes(round, found);
                        });
        board.dkg()
                .value()
                .filter(dkg -> dkg.standing() == DkgState.Standing.CURRENT)
                .ifPresent(dkg -> dkg(dkg, late, found));
        whiteboard(board, found);
        keys(board, found);
        fallback(board, found);
        age(board, now, found);
        found.sort(Comparator.comparing(Attention::kind));
        return List.copyOf(found);
    }

    private static void cluster(ClusterTally cluster, boolean late, List<Attention> found) {
        String index = String.valueOf(cluster.index());
        if (!cluster.canComplete()) {
            found.add(
                    new Attention(
                            Attention.Kind.CLUSTER_CANNOT_COMPLETE, Map.of("cluster", index)));
        } else if (late && !cluster.complete()) {
            found.add(
                    new Attention(
                            Attention.Kind.CLUSTER_LATE,
                            Map.of(
                                    "cluster",
                                    index,
                                    "missing",
                                    String.valueOf(cluster.missingWeight()))));
        }
        if (cluster.groups().stream().anyMatch(VoteGroup::caseVariant)) {
            found.add(new Attention(Attention.Kind.CASE_SPLIT, Map.of("cluster", index)));
        }
    }

    private static void votes(VotingRound round, List<Attention> found) {
        int invalid = round.checks().count(VoteCheck.INVALID);
        if (invalid > 0) {
            found.add(
                    new Attention(
                            Attention.Kind.INVALID_VOTES,
                            Map.of("count", String.valueOf(invalid))));
        }
    }

    private static void dkg(DkgState dkg, boolean late, List<Attention> found) {
        String needed = String.valueOf(dkg.needed());
        if (!dkg.canComplete()) {
            found.add(new Attention(Attention.Kind.DKG_CANNOT_COMPLETE, Map.of("needed", needed)));
        } else if (late && !dkg.complete()) {
            int have = dkg.leading().map(SubmissionGroup::count).orElse(0);
            found.add(
                    new Attention(
                            Attention.Kind.DKG_LATE,
                            Map.of("needed", needed, "have", String.valueOf(have))));
        }
    }

    private static void whiteboard(BoardSnapshot board, List<Attention> found) {
        boolean running =
                board.dkg()
                        .value()
                        .map(dkg -> dkg.standing() == DkgState.Standing.CURRENT)
                        .orElse(false);
        int invalid =
                board.whiteboard()
                        .value()
                        .map(Whiteboard::tally)
                        .map(tally -> tally.invalid())
                        .orElse(0);
        if (running && board.isWhiteboardCurrent() && invalid > 0) {
            found.add(
                    new Attention(
                            Attention.Kind.INVALID_MESSAGES,
                            Map.of("count", String.valueOf(invalid))));
        }
    }

    /** Keys that differ matter for the whole epoch that uses them, so for the last DKG's too. */
    private static void keys(BoardSnapshot board, List<Attention> found) {
        DkgReview review = board.shownReview().orElse(null);
        Whiteboard whiteboard = board.shownBoard().orElse(null);
        if (review == null || whiteboard == null) {
            return;
        }
        for (AnnouncedKeys announced : whiteboard.announced()) {
            if (review.agreementOf(announced) == DkgReview.Agreement.DIFFERS) {
                found.add(
                        new Attention(
                                Attention.Kind.KEYS_DIFFER,
                                Map.of("event", announced.event().title())));
            }
        }
    }

    private static void fallback(BoardSnapshot board, List<Attention> found) {
        Fallback fallback =
                board.outlook().value().map(EpochOutlook::fallback).orElse(Fallback.NONE);
        if (fallback == Fallback.SUSPECTED || fallback == Fallback.NEARLY_CERTAIN) {
            found.add(
                    new Attention(
                            Attention.Kind.FALLBACK_SUSPECTED,
                            Map.of("certainty", fallback.name())));
        }
    }

    private static void age(BoardSnapshot board, Instant now, List<Attention> found) {
        board.epoch()
                .reading()
                .map(Reading::provenance)
                .filter(provenance -> Freshness.of(provenance, now) == Freshness.OLD)
                .map(provenance -> Duration.between(provenance.readAt(), now).toSeconds())
                .ifPresent(
                        seconds ->
                                found.add(
                                        new Attention(
                                                Attention.Kind.DATA_OLD,
                                                Map.of("seconds", String.valueOf(seconds)))));
    }

    /**
     * Whether less than a quarter of setup is left: from the auction's end to the commit deadline,
     * or to the epoch's end.
     */
    private static boolean isLate(BoardSnapshot board) {
        return board.epoch()
                .value()
                .filter(epoch -> epoch.phase() == EpochPhase.EPOCH_SETUP)
                .map(
                        epoch ->
                                isLate(
                                        epoch,
                                        board.outlook()
                                                .value()
                                                .map(EpochOutlook::commitDeadline)
                                                .orElse(OptionalLong.empty())))
                .orElse(false);
    }

    private static boolean isLate(EpochState epoch, OptionalLong commitDeadline) {
        // a network may be configured with a setup shorter than its threshold: then the epoch's end
        // bounds it
        long end = commitDeadline.orElse(epoch.endView());
        if (end <= epoch.stakingEndView()) {
            end = epoch.endView();
        }
        long length = end - epoch.stakingEndView();
        long left = Math.max(0, end - epoch.view());
        return left * 4 < length;
    }
}
