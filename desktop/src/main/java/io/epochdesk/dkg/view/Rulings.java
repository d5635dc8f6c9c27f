package io.epochdesk.dkg.view;

import io.epochdesk.bls.BoardWarning;
import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.Disqualification;
import io.epochdesk.dkg.DkgReview;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the console's own review makes of single messages: those that change nothing, and those that
 * put a dealer out.
 *
 * @param byPosition rulings by place on the board
 */
record Rulings(Map<Integer, Ruling> byPosition) {

    static final Rulings NONE = new Rulings(Map.of());

    /**
     * A ruling.
     *
     * @param ignored why the message changes nothing; null when it puts a dealer out
     * @param dealer index of the dealer that is out; -1 when it changes nothing
     */
    record Ruling(BoardWarning.@Nullable Kind ignored, int dealer) {}

    Rulings {
        byPosition = Map.copyOf(byPosition);
    }

    /** The rulings of a review; none without one. */
    static Rulings of(@Nullable DkgReview review) {
        if (review == null) {
            return NONE;
        }
        Map<Integer, Ruling> rulings = new HashMap<>();
        for (BoardWarning warning : review.judgement().warnings()) {
            rulings.put(warning.position(), new Ruling(warning.kind(), -1));
        }
        for (DealerJudgement dealer : review.judgement().dealers()) {
            Disqualification out = dealer.disqualification();
            if (out != null && out.evidence() >= 0) {
                rulings.put(out.evidence(), new Ruling(null, dealer.dealer()));
            }
        }
        return new Rulings(rulings);
    }

    /** What became of the message at this place, or null for one that simply counts. */
    @Nullable Ruling at(int position) {
        return byPosition.get(position);
    }

    /** Places of the messages something is wrong with. */
    Set<Integer> positions() {
        return byPosition.keySet();
    }
}
