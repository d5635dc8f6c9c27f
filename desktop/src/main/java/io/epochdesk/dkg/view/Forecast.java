package io.epochdesk.dkg.view;

import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.SubmissionGroup;

/**
 * The final submissions in numbers.
 *
 * @param committee number of consensus nodes
 * @param nativeNeeded identical submissions the protocol needs: native threshold + 1
 * @param needed identical submissions the contract needs: safe threshold + 1
 * @param submitted nodes that submitted anything
 * @param leading size of the largest group that is not empty
 * @param differing submissions that are neither empty nor in the largest group
 * @param empty empty submissions
 * @param open nodes that have not submitted
 * @param complete whether the contract calls the DKG complete
 * @param canComplete whether some submission can still reach the threshold
 */
public record Forecast(
        int committee,
        long nativeNeeded,
        long needed,
        int submitted,
        int leading,
        int differing,
        int empty,
        int open,
        boolean complete,
        boolean canComplete) {

    /** Before anything is known. */
    static final Forecast NONE = new Forecast(0, 0, 0, 0, 0, 0, 0, 0, false, false);

    static Forecast of(DkgState state) {
        int leading = state.leading().map(SubmissionGroup::count).orElse(0);
        return new Forecast(
                state.committee().size(),
                state.nativeThreshold() + 1,
                state.needed(),
                state.submitted(),
                leading,
                state.submitted() - leading - state.emptySubmissions(),
                state.emptySubmissions(),
                state.open(),
                state.complete(),
                state.canComplete());
    }

    /** Identical submissions still missing. */
    public long missing() {
        return Math.max(0, needed - leading);
    }
}
