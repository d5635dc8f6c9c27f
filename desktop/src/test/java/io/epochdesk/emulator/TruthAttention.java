package io.epochdesk.emulator;

import io.epochdesk.board.Attention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What needs attention by the contracts' answers alone. An emulator has no fallback, and what was
 * just read is not old, so these two kinds never occur here.
 */
final class TruthAttention {

    private final ContractTruth truth;
    private final List<Attention> found = new ArrayList<>();

    private TruthAttention(ContractTruth truth) {
        this.truth = truth;
    }

    /** All of it, gravest first. */
    static List<Attention> of(ContractTruth truth) {
        TruthAttention judge = new TruthAttention(truth);
        if (truth.votingInProgress()) {
            truth.clusters().forEach(judge::cluster);
        }
        if (truth.dkgEnabled()) {
            judge.dkg();
        }
        judge.found.sort(Comparator.comparing(Attention::kind));
        return judge.found;
    }

    /**
     * Whether setup has less than a quarter of its views left: from the auction's end to the end of
     * the epoch, since an emulator has no commit deadline.
     */
    static boolean isLate(ContractTruth truth) {
        long length = truth.epoch("endView") - truth.epoch("stakingEndView");
        long left = Math.max(0, truth.epoch("endView") - truth.epoch("view"));
        return truth.epoch("phase") == 1 && 4 * left < length;
    }

    /** The greatest weight that one message of a cluster has. */
    static long leadingWeight(ContractTruth.Cluster cluster) {
        return cluster.weightByMessage().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** How often the most frequent result that is not empty was submitted. */
    static long leadingResults(ContractTruth truth) {
        return truth.submissionCounts().entrySet().stream()
                .filter(each -> !each.getKey().groupKey().isEmpty())
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private void cluster(ContractTruth.Cluster cluster) {
        String index = Integer.toString(cluster.index());
        if (!cluster.canComplete()) {
            found.add(
                    new Attention(
                            Attention.Kind.CLUSTER_CANNOT_COMPLETE, Map.of("cluster", index)));
        } else if (!cluster.complete() && isLate(truth)) {
            long missing = cluster.threshold() - leadingWeight(cluster);
            found.add(
                    new Attention(
                            Attention.Kind.CLUSTER_LATE,
                            Map.of("cluster", index, "missing", Long.toString(missing))));
        }
        Set<String> messages = cluster.weightByMessage().keySet();
        long spelled =
                messages.stream().map(each -> each.toLowerCase(Locale.ROOT)).distinct().count();
        if (spelled < messages.size()) {
            found.add(new Attention(Attention.Kind.CASE_SPLIT, Map.of("cluster", index)));
        }
    }

    private void dkg() {
        String needed = Long.toString(truth.safeThreshold() + 1);
        if (!truth.dkgCanComplete()) {
            found.add(new Attention(Attention.Kind.DKG_CANNOT_COMPLETE, Map.of("needed", needed)));
        } else if (!truth.dkgCompleted() && isLate(truth)) {
            found.add(
                    new Attention(
                            Attention.Kind.DKG_LATE,
                            Map.of("needed", needed, "have", "" + leadingResults(truth))));
        }
        long invalid = TruthMessage.judge(truth).stream().filter(TruthMessage::isInvalid).count();
        if (invalid > 0) {
            found.add(
                    new Attention(
                            Attention.Kind.INVALID_MESSAGES,
                            Map.of("count", Long.toString(invalid))));
        }
    }
}
