package io.epochdesk.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BoardContent;
import io.epochdesk.parallel.BesideOthers;
import io.epochdesk.rehearsal.model.Cluster;
import io.epochdesk.rehearsal.model.EpochPhase;
import io.epochdesk.rehearsal.model.NodeRecord;
import io.epochdesk.rehearsal.model.ResultSubmission;
import io.epochdesk.rehearsal.model.WhiteboardMessage;
import io.epochdesk.rehearsal.model.World;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every scenario comes to what its description promises. */
@BesideOthers
final class ScenariosTest {

    private static final int MOST = 20_000;

    @TestFactory
    Stream<DynamicTest> everyScenarioComesToItsEnd() {
        return Scenario.all().stream()
                .map(
                        scenario ->
                                DynamicTest.dynamicTest(
                                        scenario.id(), () -> comesToItsEnd(scenario)));
    }

    private static void comesToItsEnd(Scenario scenario) {
        // what a scenario is about does not depend on how many play
        Rehearsed play = new Rehearsed(scenario.with(CastSize.SMALL), 5, Rehearsed.quick());
        long counter = play.chain.world().epoch().counter();
        Predicate<World> next = world -> world.epoch().counter() == counter + 1;
        switch (scenario.end()) {
            case COMMITTED -> assertThat(play.until(next, MOST)).as("the next epoch").isTrue();
            case WITHOUT_QUORUM -> {
                assertThat(play.until(next, MOST)).isFalse();
                assertThat(play.chain.world().quorum().votingCompleted()).isFalse();
                assertThat(play.chain.world().dkg().completed()).isPresent();
                assertThat(play.phase()).isEqualTo(Phase.FALLBACK);
            }
            case WITHOUT_KEYS -> {
                assertThat(play.until(next, MOST)).isFalse();
                assertThat(play.chain.world().quorum().votingCompleted()).isTrue();
                assertThat(play.chain.world().dkg().completed()).isEmpty();
                assertThat(play.phase()).isEqualTo(Phase.FALLBACK);
            }
        }
        if (scenario.end() == Scenario.End.COMMITTED) {
            // the one after it follows by itself, without trouble
            assertThat(play.until(world -> world.epoch().counter() == counter + 2, MOST)).isTrue();
        }
    }

    private static Rehearsed afterDkg(String scenario) {
        Rehearsed play = new Rehearsed(Scenario.of(scenario), 5, Rehearsed.quick());
        play.until(world -> world.epoch().phase() == EpochPhase.EPOCH_SETUP, MOST);
        for (int i = 0; i < 6_000; i++) {
            play.director.advance();
        }
        return play;
    }

    private static List<WhiteboardMessage> board(Rehearsed play) {
        return play.chain.world().dkg().whiteboard().messages();
    }

    private static List<Integer> kinds(Rehearsed play) {
        List<Integer> kinds = new ArrayList<>();
        for (WhiteboardMessage message : board(play)) {
            kinds.add((int) BoardContent.parse(message.content()).orElseThrow().data()[0]);
        }
        return kinds;
    }

    @Test
    void everyMessageIsReallySigned() throws Exception {
        Rehearsed play = afterDkg("happy-path");
        assertThat(board(play)).hasSize(7);
        for (WhiteboardMessage message : board(play)) {
            NodeRecord node =
                    Objects.requireNonNull(
                            play.chain.world().staking().nodes().get(message.nodeId()));
            BoardContent content = BoardContent.parse(message.content()).orElseThrow();
            assertThat(content.isSignedBy(BlsPublicKey.ofHex(node.stakingKey()))).isTrue();
            assertThat(content.instanceId()).isEqualTo("dkg-flow-rehearsal-215");
        }
    }

    @Test
    void complaintsAreAnsweredOrNot() {
        assertThat(kinds(afterDkg("answered-complaints")))
                .containsExactly(1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3);
        assertThat(kinds(afterDkg("disqualified-dealer")))
                .containsExactly(1, 1, 1, 1, 1, 1, 1, 2, 2);
    }

    @Test
    void aDisqualifiedDealerEndsAlone() {
        assertThat(afterDkg("disqualified-dealer").chain.world().dkg().counts())
                .containsExactlyInAnyOrder(6L, 1L);
    }

    @Test
    void aSilentNodePostsNothing() {
        Rehearsed play = afterDkg("silent-node");
        assertThat(kinds(play)).hasSize(6);
        assertThat(play.chain.world().dkg().counts()).containsExactly(6L);
    }

    @Test
    void aNodeStuckInTheLastRunNamesIt() {
        assertThat(board(afterDkg("wrong-instance")))
                .extracting(
                        message -> BoardContent.parse(message.content()).orElseThrow().instanceId())
                .containsOnlyOnce("dkg-flow-rehearsal-214");
    }

    @Test
    void emptySubmissionsAreCountedApart() {
        World world = afterDkg("empty-submissions").chain.world();
        int empty = world.dkg().uniques().indexOf(ResultSubmission.empty());
        assertThat(world.dkg().counts().get(empty)).isEqualTo(2);
        assertThat(world.dkg().completed()).isPresent();
    }

    @Test
    void aSplitClusterHasTwoGroups() {
        List<Cluster> clusters = afterDkg("split-vote").chain.world().quorum().clusters();
        assertThat(clusters.getFirst().messageWeights().values()).containsExactly(200L, 200L);
        assertThat(clusters.getFirst().quorumMessage()).isEmpty();
    }

    @Test
    void anOwnNodeWithoutFundsTriesToVoteAgainAndAgainAndFails() {
        Rehearsed play = afterDkg("out-of-funds");
        String own = Objects.requireNonNull(play.cast.own()).id();
        World world = play.chain.world();
        assertThat(world.quorum().clusters())
                .noneMatch(cluster -> cluster.votes().containsKey(own))
                .anyMatch(cluster -> cluster.nodeWeights().containsKey(own));
        var machine =
                Objects.requireNonNull(
                        world.account(
                                Objects.requireNonNull(
                                        play.cast.machineAccount(world, play.cast.own()))));
        assertThat(Objects.requireNonNull(machine.key(0)).sequenceNumber()).isGreaterThan(5);
    }

    @Test
    void aLateClusterHoldsUpTheCommit() {
        Rehearsed play = new Rehearsed(Scenario.of("late-cluster"), 5, Rehearsed.quick());
        assertThat(play.until(world -> world.dkg().completed().isPresent(), MOST)).isTrue();
        assertThat(
                        play.chain.world().quorum().clusters().stream()
                                .map(cluster -> cluster.votes().size())
                                .sorted()
                                .toList())
                .isEqualTo(Arrays.asList(0, 4, 4));
    }
}
