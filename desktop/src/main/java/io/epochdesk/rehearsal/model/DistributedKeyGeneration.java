package io.epochdesk.rehearsal.model;

import java.util.List;
import java.util.Optional;

/**
 * State of the contract FlowDKG.
 *
 * @param enabled whether messages and submissions are taken
 * @param whiteboard what was posted; stays until the next DKG starts
 * @param committee the participants' node IDs
 * @param uniques the different submissions, in order of arrival
 * @param counts how many nodes sent each of them
 * @param byNode which of them a node sent
 * @param claimed nodes whose Participant was handed out, for ever
 * @param safePercentage {@code getSafeThresholdPercentage} as a {@link UFix64}, -1 for nil
 */
public record DistributedKeyGeneration(
        boolean enabled,
        Whiteboard whiteboard,
        PersistentMap<String, Boolean> committee,
        List<ResultSubmission> uniques,
        List<Long> counts,
        PersistentMap<String, Integer> byNode,
        PersistentMap<String, Boolean> claimed,
        long safePercentage) {

    /** No percentage is set. */
    public static final long NO_PERCENTAGE = -1;

    public DistributedKeyGeneration {
        uniques = List.copyOf(uniques);
        counts = List.copyOf(counts);
    }

    /** The contract before any DKG, with Participants handed out. */
    static DistributedKeyGeneration claimed(
            PersistentMap<String, Boolean> participants, long safePercentage) {
        return new DistributedKeyGeneration(
                false,
                Whiteboard.empty(),
                PersistentMap.empty(),
                List.of(),
                List.of(),
                PersistentMap.empty(),
                participants,
                safePercentage);
    }

    /** {@code getNativeSuccessThreshold}. */
    public long nativeThreshold() {
        int n = committee.size();
        return n == 2 ? 1 : Math.max(0, (n - 1) / 2);
    }

    /** {@code getSafeSuccessThreshold}: more nodes than this must agree. */
    public long safeThreshold() {
        if (safePercentage == NO_PERCENTAGE) {
            return nativeThreshold();
        }
        return Math.max(nativeThreshold(), safePercentage * committee.size() / UFix64.ONE);
    }

    /** {@code dkgCompleted}: the result, while the DKG is enabled. */
    public Optional<ResultSubmission> completed() {
        if (!enabled) {
            return Optional.empty();
        }
        long threshold = safeThreshold();
        for (int i = 0; i < uniques.size(); i++) {
            if (counts.get(i) > threshold && !uniques.get(i).isEmpty()) {
                return Optional.of(uniques.get(i));
            }
        }
        return Optional.empty();
    }

    DistributedKeyGeneration started(PersistentMap<String, Boolean> nodes) {
        return new DistributedKeyGeneration(
                true,
                Whiteboard.empty(),
                nodes,
                List.of(),
                List.of(),
                PersistentMap.empty(),
                claimed,
                safePercentage);
    }

    DistributedKeyGeneration ended() {
        return new DistributedKeyGeneration(
                false, whiteboard, committee, uniques, counts, byNode, claimed, safePercentage);
    }

    DistributedKeyGeneration with(WhiteboardMessage message) {
        return new DistributedKeyGeneration(
                enabled,
                whiteboard.with(message),
                committee,
                uniques,
                counts,
                byNode,
                claimed,
                safePercentage);
    }

    DistributedKeyGeneration with(
            List<ResultSubmission> submissions,
            List<Long> tally,
            PersistentMap<String, Integer> senders) {
        return new DistributedKeyGeneration(
                enabled,
                whiteboard,
                committee,
                submissions,
                tally,
                senders,
                claimed,
                safePercentage);
    }

    DistributedKeyGeneration claiming(String nodeId) {
        return new DistributedKeyGeneration(
                enabled,
                whiteboard,
                committee,
                uniques,
                counts,
                byNode,
                claimed.with(nodeId, true),
                safePercentage);
    }

    DistributedKeyGeneration withSafePercentage(long percentage) {
        return new DistributedKeyGeneration(
                enabled, whiteboard, committee, uniques, counts, byNode, claimed, percentage);
    }
}
