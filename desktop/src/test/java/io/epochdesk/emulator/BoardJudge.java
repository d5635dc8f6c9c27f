package io.epochdesk.emulator;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardEntry;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.live.Part;
import io.epochdesk.network.Connection;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.VoteGroup;
import io.epochdesk.quorum.VotingRound;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares what the console shows with what the contracts answer at the same block, field by field,
 * and tells all differences at once.
 */
final class BoardJudge {

    /** By the raw values of {@code FlowEpoch.EpochPhase}. */
    private static final List<EpochPhase> PHASES =
            List.of(EpochPhase.STAKING_AUCTION, EpochPhase.EPOCH_SETUP, EpochPhase.EPOCH_COMMIT);

    private final SoftAssertions softly;
    private final ContractTruth truth;

    private BoardJudge(SoftAssertions softly, ContractTruth truth) {
        this.softly = softly;
        this.truth = truth;
    }

    /** Compares a whole snapshot, and the pages made from it. */
    static void compare(SoftAssertions softly, BoardSnapshot board, ContractTruth truth) {
        BoardJudge judge = new BoardJudge(softly, truth);
        softly.assertThat(board.connection().state())
                .as("connection")
                .isEqualTo(Connection.State.CONNECTED);
        judge.epoch(judge.value("epoch", board.epoch()));
        judge.deadlines(judge.value("deadlines", board.deadlines()));
        judge.outlook(judge.value("outlook", board.outlook()));
        judge.voting(judge.value("voting", board.voting()));
        judge.dkg(judge.value("dkg", board.dkg()));
        judge.whiteboard(judge.value("whiteboard", board.whiteboard()));
        DkgMatrix matrix = judge.value("matrix", board.matrix());
        judge.is("matrix", matrix == null ? null : matrix.rows(), TruthMatrix.rows(truth));
        judge.is("attention", board.attention(), TruthAttention.of(truth));
        PagesJudge.compare(softly, board, truth);
    }

    private <T> @Nullable T value(String name, Part<T> part) {
        softly.assertThat(part.fault()).as("%s has no trouble", name).isEmpty();
        softly.assertThat(part.reading()).as("%s is known", name).isPresent();
        part.reading()
                .ifPresent(
                        reading ->
                                softly.assertThat(reading.provenance().height())
                                        .as("%s: height", name)
                                        .isEqualTo(truth.height()));
        return part.value().orElse(null);
    }

    private void epoch(@Nullable EpochState epoch) {
        if (epoch == null) {
            return;
        }
        is("counter", epoch.counter(), truth.epoch("counter"));
        is("phase", epoch.phase(), PHASES.get((int) truth.epoch("phase")));
        is("view", epoch.view(), truth.epoch("view"));
        is("startView", epoch.startView(), truth.epoch("startView"));
        is("stakingEndView", epoch.stakingEndView(), truth.epoch("stakingEndView"));
        is("endView", epoch.endView(), truth.epoch("endView"));
        is("upcoming counter", epoch.upcomingCounter(), truth.epoch("proposedCounter"));
        is("views in epoch", epoch.config().viewsInEpoch(), truth.config("numViewsInEpoch"));
        is(
                "views in auction",
                epoch.config().viewsInStakingAuction(),
                truth.config("numViewsInStakingAuction"));
        is(
                "views in DKG phase",
                epoch.config().viewsInDkgPhase(),
                truth.config("numViewsInDKGPhase"));
        is(
                "number of clusters",
                (long) epoch.config().collectorClusters(),
                truth.config("numCollectorClusters"));
        is("target duration", epoch.timing().duration(), truth.timing("duration"));
        is("reference counter", epoch.timing().refCounter(), truth.timing("refCounter"));
        is("reference time", epoch.timing().refTimestamp(), truth.timing("refTimestamp"));
    }

    private void deadlines(@Nullable DkgDeadlines deadlines) {
        if (deadlines != null) {
            is(
                    "DKG deadlines",
                    List.of(deadlines.phase1(), deadlines.phase2(), deadlines.phase3()),
                    truth.deadlines());
            is(
                    "origin of the DKG deadlines",
                    deadlines.origin(),
                    truth.announcedDeadlines().isPresent()
                            ? DkgDeadlines.Origin.EVENT
                            : DkgDeadlines.Origin.COMPUTED);
        }
    }

    private void outlook(@Nullable EpochOutlook outlook) {
        if (outlook == null) {
            return;
        }
        is("no commit deadline on an emulator", outlook.commitDeadline().isPresent(), false);
        is("no fallback on an emulator", outlook.fallback(), EpochOutlook.Fallback.NOT_APPLICABLE);
        is(
                "target end",
                outlook.targetEnd() == null ? 0 : outlook.targetEnd().getEpochSecond(),
                truth.targetEnd());
        Map<String, Long> milestones = new TreeMap<>();
        outlook.milestones().forEach(each -> milestones.put(each.kind().name(), each.view()));
        is(
                "milestones",
                milestones,
                new TreeMap<>(
                        Map.of(
                                "AUCTION_END", truth.epoch("stakingEndView"),
                                "DKG_PHASE_1_END", truth.deadlines().get(0),
                                "DKG_PHASE_2_END", truth.deadlines().get(1),
                                "DKG_PHASE_3_END", truth.deadlines().get(2),
                                "EPOCH_END", truth.epoch("endView"))));
        outlook.milestones()
                .forEach(
                        each ->
                                is(
                                        each.kind() + " passed",
                                        each.passed(),
                                        truth.epoch("view") > each.view()));
    }

    private void voting(@Nullable VotingRound round) {
        if (round == null) {
            return;
        }
        is("voting in progress", round.inProgress(), truth.votingInProgress());
        is("voting completed", round.votingCompleted(), truth.votingCompleted());
        VotingRound.Standing standing =
                truth.clusters().isEmpty()
                        ? VotingRound.Standing.NONE
                        : truth.votingInProgress()
                                ? VotingRound.Standing.CURRENT
                                : VotingRound.Standing.LAST_EPOCH;
        is("whose votes", round.standing(), standing);
        is(
                "quorum certificates possible",
                round.isComplete(),
                standing == VotingRound.Standing.CURRENT && truth.votingCompleted());
        is("clusters", round.clusters().size(), truth.clusters().size());
        for (int i = 0; i < Math.min(round.clusters().size(), truth.clusters().size()); i++) {
            cluster("cluster " + i + ": ", round.clusters().get(i), truth.clusters().get(i));
        }
    }

    private void cluster(String name, ClusterTally tally, ContractTruth.Cluster cluster) {
        is(name + "index", tally.index(), cluster.index());
        is(name + "total weight", tally.totalWeight(), cluster.totalWeight());
        is(name + "threshold", tally.threshold(), cluster.threshold());
        is(name + "complete", tally.complete(), cluster.complete());
        is(name + "can complete", tally.canComplete(), cluster.canComplete());
        List<ClusterVoter> expected = new ArrayList<>();
        new TreeMap<>(cluster.nodeWeights())
                .forEach(
                        (id, weight) -> {
                            ContractTruth.Vote vote = cluster.votes().get(id);
                            expected.add(
                                    new ClusterVoter(
                                            id,
                                            weight,
                                            vote == null ? null : vote.message(),
                                            vote == null ? null : vote.signature()));
                        });
        is(name + "members", tally.members(), expected);
        Map<String, Long> weights =
                tally.groups().stream().collect(toMap(VoteGroup::message, VoteGroup::weight));
        is(name + "weight by message", weights, cluster.weightByMessage());
        is(
                name + "messages differing only in case",
                tally.groups().stream()
                        .filter(VoteGroup::caseVariant)
                        .map(VoteGroup::message)
                        .collect(toSet()),
                caseVariants(cluster));
        long best =
                cluster.weightByMessage().values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0);
        is(name + "missing weight", tally.missingWeight(), Math.max(0, cluster.threshold() - best));
        is(
                name + "missing voters",
                tally.missing().stream().map(ClusterVoter::nodeId).collect(toSet()),
                cluster.nodeWeights().keySet().stream()
                        .filter(id -> !cluster.votes().containsKey(id))
                        .collect(toSet()));
    }

    private static Set<String> caseVariants(ContractTruth.Cluster cluster) {
        Set<String> messages = cluster.weightByMessage().keySet();
        return messages.stream()
                .filter(
                        message ->
                                messages.stream()
                                        .anyMatch(
                                                other ->
                                                        !other.equals(message)
                                                                && other.toLowerCase(Locale.ROOT)
                                                                        .equals(
                                                                                message.toLowerCase(
                                                                                        Locale
                                                                                                .ROOT))))
                .collect(toSet());
    }

    private void dkg(@Nullable DkgState dkg) {
        if (dkg == null) {
            return;
        }
        is("DKG enabled", dkg.enabled(), truth.dkgEnabled());
        is("DKG complete", dkg.complete(), truth.dkgCompleted());
        is("DKG committee", dkg.committee(), truth.committee());
        is("native threshold", dkg.nativeThreshold(), truth.nativeThreshold());
        is("safe threshold", dkg.safeThreshold(), truth.safeThreshold());
        is(
                "whose DKG",
                dkg.standing(),
                truth.committee().isEmpty()
                        ? DkgState.Standing.NONE
                        : truth.dkgEnabled()
                                ? DkgState.Standing.CURRENT
                                : DkgState.Standing.LAST_EPOCH);
        Map<ContractTruth.Submission, Long> counts = new HashMap<>();
        Map<String, ContractTruth.Submission> submissions = new TreeMap<>();
        for (SubmissionGroup group : dkg.groups()) {
            ContractTruth.Submission submission =
                    new ContractTruth.Submission(group.groupKey(), group.keys());
            is("group is empty", group.empty(), submission.groupKey().isEmpty());
            counts.put(submission, (long) group.count());
            group.submitters().forEach(id -> submissions.put(id, submission));
        }
        is("submissions by node", submissions, truth.submissions());
        is("submissions by result", counts, truth.submissionCounts());
        is("submitted", dkg.submitted(), truth.submissions().size());
        is("DKG can complete", dkg.canComplete(), truth.dkgCanComplete());
    }

    private void whiteboard(@Nullable Whiteboard board) {
        if (board == null) {
            return;
        }
        List<TruthMessage> expected = TruthMessage.judge(truth);
        is("whiteboard size", board.entries().size(), expected.size());
        is(
                "instance ID",
                board.instanceId(),
                expected.isEmpty() ? board.instanceId() : truth.instanceId());
        int size = Math.min(board.entries().size(), expected.size());
        for (int i = 0; i < size; i++) {
            WhiteboardEntry entry = board.entries().get(i);
            TruthMessage seen =
                    new TruthMessage(
                            entry.nodeId(),
                            String.valueOf(board.contents().contentOf(i)),
                            entry.kind(),
                            entry.subject(),
                            entry.instanceId(),
                            entry.dataSize(),
                            entry.flags());
            if (!seen.equals(expected.get(i))) {
                is("message " + i, seen, expected.get(i));
            }
        }
        is(
                "invalid messages",
                board.tally().invalid(),
                (int) expected.stream().filter(TruthMessage::isInvalid).count());
    }

    private void is(String what, @Nullable Object seen, @Nullable Object expected) {
        softly.assertThat(seen).as(what).isEqualTo(expected);
    }
}
