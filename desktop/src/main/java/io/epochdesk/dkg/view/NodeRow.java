package io.epochdesk.dkg.view;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgForecast;
import io.epochdesk.dkg.DkgForecast.WrongView;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgReview;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A consensus node on the DKG page: what it did, and what the console's own review makes of it.
 *
 * @param done what it did
 * @param judged how it stands as a dealer, or null while the board is not reviewed
 * @param wrong how it sees the DKG otherwise than the board has it, or null when it does not
 * @param agrees whether its submission has exactly the recomputed keys
 * @param committeeSize nodes in the committee
 */
public record NodeRow(
        DkgMatrix.Row done,
        @Nullable DealerJudgement judged,
        @Nullable WrongView wrong,
        boolean agrees,
        int committeeSize) {

    /** The nodes of a snapshot, in the order of the committee. */
    static List<NodeRow> of(BoardSnapshot snapshot) {
        DkgMatrix matrix = snapshot.matrix().value().orElse(null);
        if (matrix == null) {
            return List.of();
        }
        DkgReview review = snapshot.shownReview().orElse(null);
        DkgForecast forecast = snapshot.forecast().orElse(null);
        int size = matrix.rows().size();
        return matrix.rows().stream().map(row -> of(row, size, review, forecast)).toList();
    }

    private static NodeRow of(
            DkgMatrix.Row row,
            int size,
            @Nullable DkgReview review,
            @Nullable DkgForecast forecast) {
        if (review == null
                || forecast == null
                || row.index() >= review.judgement().dealers().size()) {
            return new NodeRow(row, null, null, false, size);
        }
        WrongView wrong =
                forecast.wrongViews().stream()
                        .filter(view -> view.index() == row.index())
                        .findFirst()
                        .orElse(null);
        boolean submitted =
                row.submission() == DkgMatrix.Submission.LEADING
                        || row.submission() == DkgMatrix.Submission.DIFFERS;
        boolean otherKeys = wrong != null && wrong.kind() == WrongView.Kind.OTHER_KEYS;
        return new NodeRow(
                row,
                review.judgement().dealers().get(row.index()),
                wrong,
                submitted && !otherKeys && forecast.keys() != null,
                size);
    }

    /** 64 hex digits. */
    public String nodeId() {
        return done.nodeId();
    }

    /** Its index in the committee. */
    public int index() {
        return done.index();
    }

    /** Keys of its submission that differ from the recomputed ones; empty where none do. */
    List<Integer> differingKeys() {
        BeaconKeys.Difference difference = wrong == null ? null : wrong.difference();
        return difference == null ? List.of() : difference.nodes();
    }
}
