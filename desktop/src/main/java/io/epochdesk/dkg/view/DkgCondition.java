package io.epochdesk.dkg.view;

import io.epochdesk.dkg.DkgState;
import io.epochdesk.live.Part;

/** What the DKG page is about at a moment. */
public enum DkgCondition {
    /** Nothing has been read yet. */
    WAITING,
    /** Nothing could be read yet. */
    UNREADABLE,
    /** No DKG has ever run here. */
    NONE,
    /** The contract still answers with the last preparation's DKG. */
    LAST_EPOCH,
    /** The DKG runs and can succeed. */
    RUNNING,
    /** The DKG runs, but no submission can reach the threshold any more. */
    STUCK,
    /** Enough identical submissions are in. */
    COMPLETE;

    static DkgCondition of(Part<DkgState> part) {
        DkgState state = part.value().orElse(null);
        if (state == null) {
            return part.fault().isPresent() ? UNREADABLE : WAITING;
        }
        return switch (state.standing()) {
            case NONE -> NONE;
            case LAST_EPOCH -> LAST_EPOCH;
            case CURRENT -> state.complete() ? COMPLETE : state.canComplete() ? RUNNING : STUCK;
        };
    }
}
