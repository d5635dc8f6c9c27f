package io.epochdesk.emulator;

import static java.util.stream.Collectors.toMap;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.view.DkgCondition;
import io.epochdesk.dkg.view.DkgViewModel;
import io.epochdesk.dkg.view.Forecast;
import io.epochdesk.dkg.view.NodeRow;
import io.epochdesk.dkg.view.PhaseRibbon;
import io.epochdesk.quorum.view.ClusterRow;
import io.epochdesk.quorum.view.ClustersViewModel;
import io.epochdesk.quorum.view.MemberRow;
import io.epochdesk.quorum.view.VotingCondition;
import io.epochdesk.text.Words;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Compares what the pages' view models say of a snapshot with what the contracts answer. */
final class PagesJudge {

    private final SoftAssertions softly;
    private final ContractTruth truth;
    private final ClustersViewModel clusters;
    private final DkgViewModel dkg;

    private PagesJudge(SoftAssertions softly, ContractTruth truth, Words words) {
        this.softly = softly;
        this.truth = truth;
        clusters = new ClustersViewModel(words);
        dkg = new DkgViewModel(words, Runnable::run, Runnable::run);
    }

    /** Compares every page. */
    static void compare(SoftAssertions softly, BoardSnapshot board, ContractTruth truth) {
        PagesJudge judge = new PagesJudge(softly, truth, new Words(Locale.ENGLISH));
        Instant now = Instant.now();
        judge.clusters.show(board, now);
        judge.dkg.show(board, now);
        judge.clustersPage();
        judge.dkgPage();
        OverviewJudge.compare(softly, board, truth);
    }

    private void clustersPage() {
        List<ContractTruth.Cluster> expected = truth.clusters();
        is(
                "Clusters page: condition",
                clusters.conditionProperty().get(),
                votingCondition(expected));
        softly.assertThat(clusters.headlineProperty().get())
                .as("Clusters page: headline")
                .isNotBlank();
        Map<Integer, ClusterRow> rows =
                clusters.clustersProperty().get().stream()
                        .collect(toMap(ClusterRow::index, row -> row, (a, b) -> a, TreeMap::new));
        is("Clusters page: clusters", rows.size(), expected.size());
        for (ContractTruth.Cluster cluster : expected) {
            ClusterRow row = rows.get(cluster.index());
            if (row != null) {
                cluster("Clusters page: cluster " + cluster.index() + ": ", row, cluster);
            }
        }
    }

    private VotingCondition votingCondition(List<ContractTruth.Cluster> all) {
        if (all.isEmpty()) {
            return truth.votingInProgress()
                    ? VotingCondition.NOTHING_TO_VOTE_ON
                    : VotingCondition.NO_CLUSTERS;
        }
        if (!truth.votingInProgress()) {
            return VotingCondition.LAST_EPOCH;
        }
        if (truth.votingCompleted()) {
            return VotingCondition.COMPLETE;
        }
        if (all.stream().anyMatch(cluster -> !cluster.canComplete())) {
            return VotingCondition.STUCK;
        }
        return all.stream().allMatch(cluster -> cluster.votes().isEmpty())
                ? VotingCondition.UNTOUCHED
                : VotingCondition.OPEN;
    }

    private void cluster(String name, ClusterRow row, ContractTruth.Cluster cluster) {
        ClusterRow.State state =
                cluster.complete()
                        ? ClusterRow.State.DONE
                        : !cluster.canComplete()
                                ? ClusterRow.State.STUCK
                                : cluster.votes().isEmpty()
                                        ? ClusterRow.State.UNTOUCHED
                                        : ClusterRow.State.OPEN;
        long best =
                cluster.weightByMessage().values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0);
        is(name + "state", row.state(), state);
        is(name + "leading weight", row.leadingWeight(), best);
        is(name + "votes cast", row.votesCast(), cluster.votes().size());
        is(
                name + "bar",
                row.segments().stream()
                        .collect(
                                toMap(
                                        each -> each.group().message(),
                                        each -> each.group().weight())),
                cluster.weightByMessage());
        clusters.selectedClusterProperty().set(cluster.index());
        Map<String, MemberRow> members =
                clusters.membersProperty().get().stream()
                        .collect(
                                toMap(
                                        MemberRow::nodeId,
                                        member -> member,
                                        (a, b) -> a,
                                        TreeMap::new));
        is(name + "members", members.keySet(), cluster.nodeWeights().keySet());
        members.forEach(
                (id, member) -> {
                    ContractTruth.Vote vote = cluster.votes().get(id);
                    boolean counted =
                            vote != null
                                    && row.segments()
                                            .getFirst()
                                            .group()
                                            .message()
                                            .equals(vote.message());
                    is(
                            name + "vote of " + id,
                            member.vote(),
                            vote == null
                                    ? MemberRow.Vote.MISSING
                                    : counted
                                            ? MemberRow.Vote.COUNTED
                                            : MemberRow.Vote.OTHER_MESSAGE);
                });
    }

    private void dkgPage() {
        is("DKG page: condition", dkg.conditionProperty().get(), dkgCondition());
        softly.assertThat(dkg.headlineProperty().get()).as("DKG page: headline").isNotBlank();
        is(
                "DKG page: matrix",
                dkg.matrixProperty().get().stream().map(NodeRow::done).toList(),
                TruthMatrix.rows(truth));
        List<TruthMessage> messages = TruthMessage.judge(truth);
        is("DKG page: messages", dkg.feed().totalProperty().get(), messages.size());
        is("DKG page: rows of the feed", dkg.feed().rowsProperty().get().size(), messages.size());
        is(
                "DKG page: invalid messages",
                dkg.feed().invalidProperty().get(),
                (int) messages.stream().filter(TruthMessage::isInvalid).count());
        is("DKG page: groups", dkg.groupsProperty().get().size(), truth.submissionCounts().size());
        forecast(dkg.forecastProperty().get());
        ribbon(dkg.ribbonProperty().get());
    }

    private DkgCondition dkgCondition() {
        if (truth.committee().isEmpty()) {
            return DkgCondition.NONE;
        }
        if (!truth.dkgEnabled()) {
            return DkgCondition.LAST_EPOCH;
        }
        if (truth.dkgCompleted()) {
            return DkgCondition.COMPLETE;
        }
        return truth.dkgCanComplete() ? DkgCondition.RUNNING : DkgCondition.STUCK;
    }

    private void forecast(Forecast forecast) {
        Map<ContractTruth.Submission, Long> counts = truth.submissionCounts();
        long empty =
                counts.entrySet().stream()
                        .filter(each -> each.getKey().groupKey().isEmpty())
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        long leading =
                counts.entrySet().stream()
                        .filter(each -> !each.getKey().groupKey().isEmpty())
                        .mapToLong(Map.Entry::getValue)
                        .max()
                        .orElse(0);
        int submitted = truth.submissions().size();
        int size = truth.committee().size();
        is(
                "DKG page: submissions",
                forecast,
                new Forecast(
                        size,
                        truth.nativeThreshold() + 1,
                        truth.safeThreshold() + 1,
                        submitted,
                        (int) leading,
                        (int) (submitted - leading - empty),
                        (int) empty,
                        size - submitted,
                        truth.dkgCompleted(),
                        truth.dkgCanComplete()));
    }

    private void ribbon(@Nullable PhaseRibbon ribbon) {
        softly.assertThat(ribbon).as("DKG page: ribbon").isNotNull();
        if (ribbon != null) {
            is("DKG page: present view", ribbon.view(), truth.epoch("view"));
            is(
                    "DKG page: ends of the phases",
                    ribbon.stages().stream().limit(3).map(PhaseRibbon.Stage::to).toList(),
                    truth.deadlines());
        }
    }

    private void is(String what, @Nullable Object seen, @Nullable Object expected) {
        softly.assertThat(seen).as(what).isEqualTo(expected);
    }
}
