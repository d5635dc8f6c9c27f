package io.epochdesk.dkg;

import java.util.List;
import java.util.Optional;

/**
 * What {@code FlowDKG} answers at one block, without the whiteboard.
 *
 * @param enabled {@code dkgEnabled}
 * @param committee node IDs by their index in the committee
 * @param order where that order comes from
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
        Order order,
        long nativeThreshold,
        long safeThreshold,
        List<SubmissionGroup> groups,
        boolean complete,
        Standing standing) {

    public DkgState {
        committee = List.copyOf(committee);
        groups = List.copyOf(groups);
    }

    /** Where the order of the committee comes from; the contract's own list has none. */
    public enum Order {
        /** Ascending node IDs, the protocol's canonical order; nothing confirms it yet. */
        CANONICAL,
        /** Ascending node IDs, and the largest submission's idMapping says the same. */
        CONFIRMED,
        /** The largest submission's idMapping, which is another order than the canonical one. */
        FROM_SUBMISSIONS
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
        return complete || leading().map(SubmissionGroup::count).orElse(0) + open() >= needed();
    }

    /** Members that have not submitted yet. */
    public int open() {
        return Math.max(0, committee.size() - submitted());
    }

    /** Empty submissions: nodes whose own DKG failed. */
    public int emptySubmissions() {
        return groups.stream()
                .filter(SubmissionGroup::empty)
                .mapToInt(SubmissionGroup::count)
                .sum();
    }
}
