package io.epochdesk.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/**
 * Which setup a finding is about, and when that is; the chain is in epoch 7, at one view a second.
 */
class ScheduleTest {

    @Test
    void inTheAuctionItIsTheSetupThatOpensAtItsEnd() {
        assertThat(moment(EpochPhase.STAKING_AUCTION, false, false))
                .isEqualTo(new Moment(Moment.When.OPENS, 8, HealthyNode.NOW.plusSeconds(4_000)));
    }

    @Test
    void inASetupThatWaitsForTheNodeItIsThatOne() {
        assertThat(moment(EpochPhase.EPOCH_SETUP, true, false))
                .isEqualTo(new Moment(Moment.When.IS_OPEN, 8, HealthyNode.NOW.plusSeconds(9_000)));
    }

    @Test
    void inASetupThatDoesNotWaitForItAnyMoreItIsTheNext() {
        Moment next =
                new Moment(
                        Moment.When.OPENS,
                        9,
                        HealthyNode.NOW.plusSeconds(9_000).plusSeconds(5_000));
        assertThat(moment(EpochPhase.EPOCH_SETUP, true, true)).isEqualTo(next);
        assertThat(moment(EpochPhase.EPOCH_SETUP, false, false)).isEqualTo(next);
        assertThat(moment(EpochPhase.EPOCH_COMMIT, true, true)).isEqualTo(next);
    }

    @Test
    void whatDropsOutDropsOutOfTheNextDrawEvenWhileASetupWaitsForIt() {
        HealthyNode node = in(EpochPhase.EPOCH_SETUP, true, false);
        node.standing = withoutApproval(node.standing);
        assertThat(node.examined().findings().getFirst().consequence().moment().epoch())
                .isEqualTo(9);
    }

    @Test
    void withoutTheEpochThereIsNoTime() {
        HealthyNode node = in(EpochPhase.STAKING_AUCTION, false, false);
        node.schedule = new Schedule(null, null, null);
        node.key = HealthyNode.key(2);
        assertThat(node.examined().findings().getFirst().consequence().moment())
                .isEqualTo(Moment.UNKNOWN);
    }

    @Test
    void anEpochLastsAsLongAsItsViewsTake() {
        assertThat(HealthyNode.schedule(EpochPhase.STAKING_AUCTION).epochLength())
                .isEqualTo(Duration.ofSeconds(10_000));
        assertThat(new Schedule(null, null, null).epochLength()).isZero();
    }

    private static Moment moment(EpochPhase phase, boolean wanted, boolean done) {
        HealthyNode node = in(phase, wanted, done);
        node.key = HealthyNode.key(2);
        return node.examined().findings().getFirst().consequence().moment();
    }

    private static HealthyNode in(EpochPhase phase, boolean wanted, boolean done) {
        HealthyNode node = new HealthyNode(NodeRole.COLLECTION);
        node.schedule = HealthyNode.schedule(phase);
        node.standing = inSetup(node.standing, true, wanted, done);
        return node;
    }

    private static NodeStanding withoutApproval(NodeStanding node) {
        return inSetup(node, false, node.wantedInSetup(), node.doneInSetup());
    }

    private static NodeStanding inSetup(
            NodeStanding node, boolean approved, boolean wanted, boolean done) {
        return new NodeStanding(
                node.nodeId(),
                node.role(),
                node.networkingAddress(),
                node.networkingKey(),
                node.stakingKey(),
                node.tokensStaked(),
                node.tokensCommitted(),
                node.tokensRequestedToUnstake(),
                node.tokensUnstaking(),
                node.tokensUnstaked(),
                node.tokensRewarded(),
                node.stakeNextEpoch(),
                node.weight(),
                approved,
                true,
                approved,
                true,
                wanted,
                done);
    }
}
