package io.epochdesk.dkg;

import java.util.List;
import java.util.Optional;

/**
 * What {@code FlowDKG} answers at one block, without the whiteboard.
 *
 * @param enabled {@code dkgEnabled}
 * @param committee node IDs in canonical order: ascending (the order of every submission's
 *     idMapping)
 * @param nativeThreshold {@code getNativeSuccessThreshold()}; also the degree of the dealers'
 *     polynomials
 * @param safeThreshold {@code getSafeSuccessThreshold()}; a submission must count strictly more
 *     than this
 * @param groups final submissions grouped by identity: largest first, the empty group last
 * @param complete {@code dkgCompleted() != nil}
 * @param standing whose state this is
 */
public record DkgState(
        boolean enabled,
        List<String> committee,
        long nativeThreshold,
        long safeThreshold,
        List<SubmissionGroup> groups,
        boolean complete,
        Standing standing) {

    public DkgState {
        committee = List.copyOf(committee);
        groups = List.copyOf(groups);
    }

    /** Whose state the contract still answers with. */
    public enum Standing {
        /** No DKG has ever run here. */
        NONE,
        /** The DKG for the upcoming epoch. */
        CURRENT,
        /** The last one; the contract keeps it until the next. Never shown as this epoch's. */
        LAST_EPOCH
    }

    /** Nodes that submitted anything, empty submissions included. */
    public int submitted() {
        return groups.stream().mapToInt(SubmissionGroup::count).sum();
    }

    /** The largest group that is not empty. */
    public Optional<SubmissionGroup> leading() {
        return groups.stream().filter(group -> !group.empty()).findFirst();
    }

    /** Identical submissions needed: one more than the safe threshold. */
    public long needed() {
        return safeThreshold + 1;
    }

    /** Whether some submission can still win: a node submits once and cannot change it. */
    public boolean canComplete() {
        int open = committee.size() - submitted();
        return complete || leading().map(SubmissionGroup::count).orElse(0) + open >= needed();
    }
}
