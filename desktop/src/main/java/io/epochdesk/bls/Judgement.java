package io.epochdesk.bls;

import io.epochdesk.bls.DealerJudgement.Standing;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the board says of a run so far. While it is going on, this is the forecast: what comes of it
 * if every open complaint is answered and nothing else happens.
 *
 * @param instance the run
 * @param phase the phase the messages so far were counted in
 * @param dealers every dealer, by index
 * @param warnings messages that change nothing, in order of the board
 * @param keys the keys that the vectors of all dealers not disqualified make; null while there is
 *     no vector, and when they add up to infinity
 */
public record Judgement(
        DkgInstance instance,
        DkgPhase phase,
        List<DealerJudgement> dealers,
        List<BoardWarning> warnings,
        @Nullable BeaconKeys keys) {

    public Judgement {
        dealers = List.copyOf(dealers);
        warnings = List.copyOf(warnings);
    }

    /** How many dealers stand like this. */
    public int count(Standing standing) {
        return (int) dealers.stream().filter(dealer -> dealer.standing() == standing).count();
    }

    /**
     * Whether the run has failed, whatever comes: more than t dealers are out, or at most t are
     * left (onflow/crypto {@code JointFeldmanState.End}); or it is over and made no key.
     */
    public boolean isFailed() {
        int out = count(Standing.DISQUALIFIED);
        int threshold = instance.threshold();
        return out > threshold
                || instance.size() - out <= threshold
                || (phase == DkgPhase.ENDED && keys == null);
    }

    /** Whether it would fail if nothing more came: no vector awaited, no complaint answered. */
    public boolean isFailingUnlessMoreComes() {
        int out = count(Standing.DISQUALIFIED) + count(Standing.AWAITED) + count(Standing.ACCUSED);
        int threshold = instance.threshold();
        return out > threshold || instance.size() - out <= threshold;
    }
}
