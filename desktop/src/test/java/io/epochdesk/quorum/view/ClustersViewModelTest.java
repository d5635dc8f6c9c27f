package io.epochdesk.quorum.view;

import static io.epochdesk.quorum.view.Rounds.board;
import static io.epochdesk.quorum.view.Rounds.cluster;
import static io.epochdesk.quorum.view.Rounds.weighing;
import static io.epochdesk.quorum.view.Rounds.with;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.board.SampleBoards;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.live.Part;
import io.epochdesk.quorum.VotingRound;
import io.epochdesk.quorum.VotingRound.Standing;
import io.epochdesk.quorum.view.ClusterRow.State;
import io.epochdesk.quorum.view.MemberRow.Vote;
import io.epochdesk.text.Words;
import io.epochdesk.ui.Mine;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

final class ClustersViewModelTest {

    private static final String M = "00000000003d0000" + "ab".repeat(32);
    private static final String OTHER = "00000000003d0001" + "cd".repeat(32);

    private final ClustersViewModel model = new ClustersViewModel(new Words(Locale.ENGLISH));

    @Test
    void theHeadlineNamesTheClusterThatIsFurthestFromDone() {
        show(
                board(
                        10,
                        Standing.CURRENT,
                        cluster(0, M, M, M),
                        cluster(1, M, null, null, null),
                        cluster(2, M, M, null)));

        assertThat(model.headlineProperty().get())
                .startsWith(
                        "1 of 3 clusters are done. Cluster 1 needs 167 more weight; 3 of its 4"
                                + " nodes have not voted; ")
                .endsWith(" left.");
    }

    @Test
    void aSingleShortClusterIsToldAlone() {
        show(board(10, Standing.CURRENT, cluster(0, M, M, null)));

        assertThat(model.headlineProperty().get())
                .startsWith("Cluster 0 needs 1 more weight; 1 of its 3 nodes has not voted; ");
    }

    @Test
    void theOperatorsNodesComeFirstAmongEqualsAndAreFoundByTheirNames() {
        show(board(10, Standing.CURRENT, cluster(0, M, null, null, null)));
        String last = model.membersProperty().get().get(2).nodeId();

        model.mineProperty().set(new Mine(Map.of(last, "Berlin-2")));

        assertThat(model.membersProperty().get().getFirst().nodeId()).isEqualTo(last);
        assertThat(model.ownProperty().get()).isEqualTo("Berlin-2 has not voted (cluster 0)");
        model.findProperty().set("berlin");
        assertThat(model.membersProperty().get())
                .extracting(MemberRow::nodeId)
                .containsExactly(last);
    }

    @Test
    void manyNodesAreCountedAndTheMissingOnesNamed() {
        show(board(10, Standing.CURRENT, cluster(0, M, M, M, null, null, M)));
        Map<String, String> all = new HashMap<>();
        model.membersProperty().get().forEach(row -> all.put(row.nodeId(), label(row)));

        model.mineProperty().set(new Mine(all));

        assertThat(model.ownProperty().get())
                .matches("4 of your 6 nodes have voted; not yet: n..., n...");
    }

    private static String label(MemberRow row) {
        return "n" + row.nodeId().substring(0, 3);
    }

    @Test
    void aSplitThatNobodyCanMendIsStuck() {
        show(board(10, Standing.CURRENT, cluster(0, M, M, OTHER), cluster(1, M, M, M)));

        assertThat(model.conditionProperty().get()).isEqualTo(VotingCondition.STUCK);
        assertThat(model.headlineProperty().get())
                .isEqualTo(
                        "Cluster 0 can no longer reach its threshold: it needs 201, at most 200 can"
                                + " still agree.");
    }

    @Test
    void clustersAreOrderedByHowFarTheyAreFromDone() {
        show(
                board(
                        10,
                        Standing.CURRENT,
                        cluster(0, M, M, M),
                        cluster(1, M, null, null),
                        cluster(2, M, M, OTHER),
                        cluster(3, null, null, null)));

        assertThat(model.clustersProperty().get())
                .extracting(ClusterRow::index, ClusterRow::state)
                .containsExactly(
                        tuple(2, State.STUCK),
                        tuple(3, State.UNTOUCHED),
                        tuple(1, State.OPEN),
                        tuple(0, State.DONE));
    }

    @Test
    void theOrderCanBeByNumber() {
        show(board(10, Standing.CURRENT, cluster(0, M, M, M), cluster(1, M, null, null)));

        model.orderProperty().set(ClusterOrder.INDEX);

        assertThat(model.clustersProperty().get())
                .extracting(ClusterRow::index)
                .containsExactly(0, 1);
    }

    @Test
    void completeClustersAreSaidToHaveTheirCertificates() {
        show(board(10, Standing.CURRENT, cluster(0, M, M, M), cluster(1, M, M, M, M)));

        assertThat(model.conditionProperty().get()).isEqualTo(VotingCondition.COMPLETE);
        assertThat(model.headlineProperty().get())
                .isEqualTo("All 2 clusters have their quorum certificates.");
    }

    @Test
    void lastEpochsVotesAreNeverThisEpochs() {
        show(board(10, Standing.LAST_EPOCH, cluster(0, M, M, M)));

        assertThat(model.conditionProperty().get()).isEqualTo(VotingCondition.LAST_EPOCH);
        assertThat(model.standingProperty().get()).isEqualTo("Last vote, for epoch 213");
        assertThat(model.headlineProperty().get()).startsWith("No vote is open.");
    }

    @Test
    void thePresentVoteIsForTheUpcomingEpoch() {
        show(board(10, Standing.CURRENT, cluster(0, M, null, null)));

        assertThat(model.standingProperty().get()).isEqualTo("Vote for epoch 214");
    }

    @Test
    void anEmptyListOfClustersIsNotComplete() {
        show(with(new VotingRound(true, true, List.of(), Standing.CURRENT), 10));

        assertThat(model.conditionProperty().get()).isEqualTo(VotingCondition.NOTHING_TO_VOTE_ON);
        assertThat(model.headlineProperty().get()).contains("there are no clusters");
    }

    @Test
    void withoutClustersAndVoteThereAreNoneYet() {
        show(with(new VotingRound(false, true, List.of(), Standing.NONE), 10));

        assertThat(model.conditionProperty().get()).isEqualTo(VotingCondition.NO_CLUSTERS);
        assertThat(model.membersProperty().get()).isEmpty();
    }

    @Test
    void aClusterOfNoWeightNeedsAVoteAllTheSame() {
        show(board(10, Standing.CURRENT, weighing(0, 0, null, null)));

        assertThat(model.clustersProperty().get().getFirst().state()).isEqualTo(State.UNTOUCHED);
        assertThat(model.clustersProperty().get().getFirst().distance()).isEqualTo(1);
    }

    @Test
    void messagesThatDifferOnlyInCaseAreFlaggedAndCountedApart() {
        show(board(10, Standing.CURRENT, cluster(0, M, M, M.toUpperCase(Locale.ROOT), null)));

        ClusterRow row = model.clustersProperty().get().getFirst();
        assertThat(row.caseSplit()).isTrue();
        assertThat(row.leadingWeight()).isEqualTo(200);
        assertThat(row.votesCast()).isEqualTo(3);
        assertThat(row.segments()).extracting(ClusterRow.Segment::letter).containsExactly("A", "B");
    }

    @Test
    void membersThatHaveNotVotedComeFirstAndUncountedOnesNext() {
        show(board(10, Standing.CURRENT, cluster(0, M, M, OTHER, null)));

        assertThat(model.membersProperty().get())
                .extracting(MemberRow::vote)
                .containsExactly(Vote.MISSING, Vote.OTHER_MESSAGE, Vote.COUNTED, Vote.COUNTED);
    }

    @Test
    void onlyMissingMembersRemainWhenAskedFor() {
        show(board(10, Standing.CURRENT, cluster(0, M, null, OTHER, null)));

        model.onlyMissingProperty().set(true);

        assertThat(model.membersProperty().get())
                .extracting(MemberRow::vote)
                .containsOnly(Vote.MISSING)
                .hasSize(2);
    }

    @Test
    void aNodeIsFoundByAPartOfItsId() {
        show(board(10, Standing.CURRENT, cluster(1, M, null, OTHER, null)));

        model.findProperty().set(" 1212 ");

        assertThat(model.membersProperty().get())
                .extracting(MemberRow::nodeId)
                .containsExactly("12".repeat(32));
    }

    @Test
    void theSelectedClusterStaysSelectedWhenTheOrderChanges() {
        show(board(10, Standing.CURRENT, cluster(0, M, null, null), cluster(1, M, M, null)));
        model.selectedClusterProperty().set(1);

        show(board(11, Standing.CURRENT, cluster(0, M, M, M), cluster(1, M, M, null)));

        assertThat(model.cluster()).extracting(ClusterRow::index).isEqualTo(1);
    }

    @Test
    void aVoteIsFirstSeenBetweenTheAnswersAroundIt() {
        show(board(10, Standing.CURRENT, cluster(0, M, null, null)));
        show(board(14, Standing.CURRENT, cluster(0, M, M, null)));
        show(board(20, Standing.CURRENT, cluster(0, M, M, null)));

        assertThat(model.membersProperty().get())
                .filteredOn(row -> row.nodeId().startsWith("01"))
                .extracting(MemberRow::seen)
                .containsExactly(new Sighting(10, 14, SampleBoards.NOW.minusSeconds(5)));
    }

    @Test
    void aVoteOfTheFirstAnswerHasNoLowerBound() {
        show(board(10, Standing.CURRENT, cluster(0, M, null, null)));

        assertThat(model.membersProperty().get().getLast().seen())
                .isEqualTo(new Sighting(-1, 10, SampleBoards.NOW.minusSeconds(5)));
    }

    @Test
    void aFaultWithoutAnyReadingIsUnreadable() {
        BoardSnapshot base = BoardSnapshot.empty();
        NetworkFault fault =
                new NetworkFault(
                        NetworkFault.Kind.TIMED_OUT, Map.of("node", "n", "seconds", "3"), "");
        show(
                new BoardSnapshot(
                        base.connection(),
                        base.epoch(),
                        base.deadlines(),
                        base.outlook(),
                        Part.<VotingRound>waiting().failed(fault, SampleBoards.NOW),
                        base.dkg(),
                        base.whiteboard(),
                        base.matrix(),
                        List.of()));

        assertThat(model.conditionProperty().get()).isEqualTo(VotingCondition.UNREADABLE);
        assertThat(model.fault()).isEqualTo(fault);
    }

    private void show(BoardSnapshot snapshot) {
        model.show(snapshot, SampleBoards.NOW);
    }
}
