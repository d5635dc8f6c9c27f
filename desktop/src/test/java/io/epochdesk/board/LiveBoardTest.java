package io.epochdesk.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.board.Board.Interest;
import io.epochdesk.cadence.CadenceEncoder;
import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.live.HandCrankedPulse;
import io.epochdesk.network.Connection;
import io.epochdesk.network.FakeNetwork;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.VoteCheck;
import io.epochdesk.quorum.VoteChecks;
import io.epochdesk.quorum.VotingRound;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

final class LiveBoardTest {

    private final FakeNetwork network = new FakeNetwork().blocks(0, 15, 0, 2).block(16, 35);
    private final HandCrankedPulse looks = new HandCrankedPulse();
    private final HandCrankedPulse errands = new HandCrankedPulse();
    private final LiveBoard board;
    private Instant now = FakeNetwork.GENESIS.plusSeconds(16);

    LiveBoardTest(@TempDir Path folder) {
        moment(Recorded.SPLIT_VOTE);
        network.answer("epoch", Recorded.json(Recorded.SPLIT_VOTE, "epoch"));
        board = new LiveBoard(network, looks, errands, () -> now, folder);
    }

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void asksForTheEpochOnlyWhileNobodyHoldsAnything() throws InterruptedException {
        looks.crank();

        assertThat(network.runs("epoch")).isEqualTo(1);
        assertThat(network.runs("board")).isZero();
        assertThat(snapshot().epoch().value()).isPresent();
        assertThat(snapshot().voting().value()).isEmpty();
    }

    @Test
    void runsOneScriptALookForVotesSubmissionsAndEpoch() throws InterruptedException {
        board.hold(Interest.VOTING);

        looks.crank();
        looks.crank();

        assertThat(network.runs("board")).isEqualTo(2);
        assertThat(network.runs("epoch")).isZero();
        assertThat(snapshot().voting().value()).isPresent();
        assertThat(snapshot().dkg().value()).isPresent();
    }

    @Test
    void errandsBeginAsSoonAsThereIsAnEpochAndAgainAsSoonAsThereIsADkg()
            throws InterruptedException {
        looks.crank();
        assertThat(errands.hurries()).as("an epoch").isEqualTo(1);
        board.hold(Interest.VOTING);
        int held = errands.hurries();

        looks.crank();
        assertThat(errands.hurries()).as("a DKG").isEqualTo(held + 1);

        looks.crank();
        assertThat(errands.hurries()).as("nothing for the first time").isEqualTo(held + 1);
    }

    @Test
    void whatIsNoLongerHeldIsNoLongerPolled() throws InterruptedException {
        try (Board.Hold hold = board.hold(Interest.DKG)) {
            assertThat(hold).isNotNull();
            looks.crank();
        }

        looks.crank();

        assertThat(network.runs("board")).isEqualTo(1);
        assertThat(network.runs("epoch")).isEqualTo(1);
        assertThat(snapshot().dkg().value()).as("what was read stays").isPresent();
    }

    @Test
    void checksTheVotesOnceTheyAreWantedAndNothingTwice() throws InterruptedException {
        network.answer("stakingkeys", stakingKeys());
        board.hold(Interest.VOTING);
        looks.crank();
        assertThat(checks().settled()).isFalse();

        errands.crank();

        assertThat(checks().settled()).isTrue();
        assertThat(checks().count(VoteCheck.VERIFIED)).isEqualTo(votes()).isPositive();
        looks.crank();
        errands.crank();
        assertThat(checks().count(VoteCheck.VERIFIED)).as("kept").isEqualTo(votes());
        assertThat(network.runs("stakingkeys")).isEqualTo(1);
    }

    @Test
    void votesStayUncheckedWhileTheKeysCannotBeRead() throws InterruptedException {
        board.hold(Interest.VOTING);
        looks.crank();
        errands.crank();
        assertThat(checks().settled()).as("waiting brings nothing").isTrue();
        assertThat(checks().count(VoteCheck.UNCHECKED)).isEqualTo(votes());
        errands.crank();
        assertThat(network.runs("stakingkeys")).as("not asked again at once").isEqualTo(1);
    }

    private VoteChecks checks() {
        return snapshot().voting().value().orElseThrow().checks();
    }

    private int votes() {
        return (int)
                snapshot().voting().value().orElseThrow().clusters().stream()
                        .flatMap(cluster -> cluster.members().stream())
                        .filter(ClusterVoter::hasVoted)
                        .count();
    }

    /** The keys of the nodes whose votes were recorded. */
    private static String stakingKeys() {
        try (InputStream in =
                Objects.requireNonNull(
                        LiveBoardTest.class.getResourceAsStream(
                                "/io/epochdesk/bls/staking-keys.json"))) {
            Map<CadenceValue, CadenceValue> keys = new HashMap<>();
            new ObjectMapper()
                    .readTree(in)
                    .get("nodes")
                    .forEach(
                            node ->
                                    keys.put(
                                            CadenceValues.string(node.get("nodeID").asText()),
                                            CadenceValues.string(node.get("stakingKey").asText())));
            return new String(
                    CadenceEncoder.encode(CadenceValues.dictionary(keys)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void twoHoldersOfTheSameAreTwo() throws InterruptedException {
        Board.Hold first = board.hold(Interest.DKG);
        board.hold(Interest.DKG);
        first.close();
        first.close();

        looks.crank();

        assertThat(network.runs("board")).isEqualTo(1);
    }

    @Test
    void asksForUrgencyWhileSetupIsOpenAndForNoneOtherwise() throws InterruptedException {
        board.hold(Interest.values());
        looks.crank();
        assertThat(network.pace()).isEqualTo(FlowNetwork.Pace.SETUP);

        moment(Recorded.NEXT_EPOCH);
        looks.crank();
        assertThat(network.pace()).isEqualTo(FlowNetwork.Pace.CALM);
    }

    @Test
    void waitsBetweenLooksAsLongAsTheNetworksBudgetDemands() throws InterruptedException {
        network.interval(Duration.ofSeconds(5));

        assertThat(looks.crank()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void theLastEpochsVotesAreNeverShownAsThisOnes() throws InterruptedException {
        board.hold(Interest.values());
        moment(Recorded.NEXT_EPOCH);

        looks.crank();

        assertThat(snapshot().voting().value().map(VotingRound::standing))
                .contains(VotingRound.Standing.LAST_EPOCH);
        assertThat(snapshot().voting().value().map(VotingRound::isComplete)).contains(false);
        assertThat(snapshot().dkg().value().map(DkgState::standing))
                .contains(DkgState.Standing.LAST_EPOCH);
        assertThat(snapshot().attention()).isEmpty();
    }

    @Test
    void aFailedLookKeepsWhatWasKnownAndSaysSinceWhenItFails() throws InterruptedException {
        board.hold(Interest.values());
        looks.crank();
        network.fail("board", lost());
        now = now.plusSeconds(10);
        looks.crank();
        Instant since = now;
        now = now.plusSeconds(10);
        looks.crank();

        assertThat(snapshot().epoch().value()).isPresent();
        assertThat(snapshot().epoch().fault()).map(Fault::code).contains("NET-131");
        assertThat(snapshot().epoch().troubleSince()).isEqualTo(since);

        moment(Recorded.SPLIT_VOTE);
        looks.crank();
        assertThat(snapshot().epoch().fault()).isEmpty();
    }

    @Test
    void dataOlderThanAMinuteNeedsAttention() throws InterruptedException {
        looks.crank();
        network.fail("epoch", lost());
        now = now.plusSeconds(61);

        looks.crank();

        assertThat(snapshot().attention())
                .extracting(Attention::kind)
                .contains(Attention.Kind.DATA_OLD);
    }

    @Test
    void findsTheDeadlinesOfTheEpochAndForgetsThemWithIt() throws InterruptedException {
        board.hold(Interest.values());
        looks.crank();
        errands.crank();
        assertThat(snapshot().deadlines().value())
                .contains(new DkgDeadlines(19, 29, 39, DkgDeadlines.Origin.COMPUTED));

        moment(Recorded.NEXT_EPOCH);
        looks.crank();

        assertThat(snapshot().deadlines().value()).isEmpty();
    }

    @Test
    void measuresTheViewRateByTwoHeadersAtOnce() throws InterruptedException {
        looks.crank();
        assertThat(snapshot().outlook().value().orElseThrow().viewRate()).isEmpty();

        errands.crank();

        assertThat(snapshot().outlook().value().orElseThrow().viewRate()).isPresent();
    }

    @Test
    void followsTheWhiteboardOnlyOnceItIsWanted() throws InterruptedException {
        board.hold(Interest.VOTING);
        looks.crank();
        errands.crank();
        assertThat(network.followers()).isZero();

        board.hold(Interest.WHITEBOARD);
        errands.crank();
        assertThat(network.followers()).isEqualTo(1);
    }

    @Test
    void putsMatrixTogetherFromCommitteeAndWhiteboard() throws InterruptedException {
        aDkgBegan();
        board.hold(Interest.values());
        looks.crank();
        errands.crank();
        network.catchUp();

        DkgMatrix matrix = snapshot().matrix().value().orElseThrow();
        assertThat(matrix.rows())
                .hasSize(9)
                .allMatch(row -> row.vector() == DkgMatrix.Vector.MISSING);
        assertThat(matrix.rows()).as("phase 1 is over").allMatch(DkgMatrix.Row::vectorOverdue);
    }

    @Test
    void theFirstWhiteboardIsReviewedWithoutWaitingForTheNextErrands() throws InterruptedException {
        aDkgBegan();
        board.hold(Interest.values());
        looks.crank();
        errands.crank();
        int before = errands.hurries();

        network.catchUp();
        int asked = errands.hurries();
        assertThat(asked)
                .as("for the review, for what was announced of the DKG")
                .isEqualTo(before + 2);

        errands.crank();
        assertThat(errands.hurries()).as("once is enough").isEqualTo(asked);
    }

    @Test
    void anEventThatMovesTheEpochIsLookedAtAtOnce() throws InterruptedException {
        board.hold(Interest.values());
        looks.crank();
        errands.crank();
        int before = looks.hurries();

        network.happen(
                17,
                network.event(
                        17,
                        0,
                        "FlowEpoch",
                        "EpochCommit",
                        "{\"type\":\"Event\",\"value\":{\"id\":\"A.f8d6e0586b0a20c7.FlowEpoch.EpochCommit\",\"fields\":[]}}"));

        assertThat(looks.hurries()).isGreaterThan(before);
    }

    @Test
    void anotherChainVoidsEverythingAndTheBoardStartsAfresh() throws InterruptedException {
        board.hold(Interest.values());
        looks.crank();
        errands.crank();
        network.catchUp();
        // the recorded events begin after StartDKG: the list fills the front before anything is
        // shown
        errands.crank();
        assertThat(snapshot().whiteboard().value()).isPresent();

        network.anotherChain();

        assertThat(snapshot().connection().state()).isEqualTo(Connection.State.CONNECTING);
        assertThat(snapshot().epoch().value()).isEmpty();
        assertThat(snapshot().voting().value()).isEmpty();
        assertThat(snapshot().whiteboard().value()).isEmpty();
        assertThat(snapshot().matrix().value()).isEmpty();

        network.blocks(0, 5, 0, 2);
        moment(Recorded.SETUP_OPENS);
        looks.crank();
        errands.crank();

        assertThat(snapshot().epoch().value().orElseThrow().phase())
                .isEqualTo(EpochPhase.EPOCH_SETUP);
        assertThat(snapshot().epoch().value().orElseThrow().view()).isEqualTo(15);
        assertThat(network.followers()).isEqualTo(1);
    }

    @Test
    void whatWasAskedOfOneChainIsNotShownOnAnother() throws InterruptedException {
        board.hold(Interest.values());
        network.answer(
                "board",
                arguments -> {
                    // the chain changes while the script is under way
                    network.anotherChain();
                    return Recorded.json(Recorded.SPLIT_VOTE, "board");
                });
        network.block(17, 37);

        looks.crank();

        assertThat(snapshot().epoch().value()).isEmpty();
        assertThat(snapshot().voting().value()).isEmpty();
    }

    @Test
    void closingEndsPulsesAndFollowing() throws InterruptedException {
        board.hold(Interest.values());
        looks.crank();
        errands.crank();

        board.close();

        assertThat(looks.isClosed()).isTrue();
        assertThat(errands.isClosed()).isTrue();
        assertThat(network.followers()).isZero();
    }

    private BoardSnapshot snapshot() {
        return board.snapshot().current();
    }

    private void aDkgBegan() {
        network.past(
                network.event(
                        8,
                        0,
                        "FlowDKG",
                        "StartDKG",
                        "{\"type\":\"Event\",\"value\":{\"id\":\"A.f8d6e0586b0a20c7.FlowDKG.StartDKG\",\"fields\":[]}}"));
    }

    private void moment(String moment) {
        network.answer("board", Recorded.json(moment, "board"));
    }

    private static NetworkFault lost() {
        return new NetworkFault(
                NetworkFault.Kind.NO_NODE_LEFT,
                Map.of("network", "Fake network", "count", "1"),
                "");
    }
}
