package io.epochdesk.rehearsal.model;

import static io.epochdesk.rehearsal.model.SampleWorlds.some;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValues;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Resets, recoveries and rewards. */
class EpochAdminTest {

    @Test
    void aSporkBeginsTheNextEpochWithEmptyClusters() throws Aborted {
        Draft draft = new Draft(SampleWorlds.genesis(4, 3).world(), SampleWorlds.at(5));
        EpochAdmin.reset(draft, 0, "00".repeat(16), 0, 99, 999);
        Epoch epoch = draft.world().epoch();
        assertThat(epoch.counter()).isEqualTo(1);
        assertThat(epoch.phase()).isEqualTo(EpochPhase.STAKING_AUCTION);
        assertThat(some(epoch.current()).clusters()).isEmpty();
        assertThat(some(epoch.current()).startView()).isZero();
        assertThat(draft.world().staking().enabled()).isTrue();
        assertThat(names(draft)).containsExactly("NewEpoch", "EpochStart");
    }

    @Test
    void aRecoveryOutOfASetupEndsVoteAndDkgWithoutAResult() throws Aborted {
        Draft draft = new Draft(SampleWorlds.genesis(4, 3).world(), SampleWorlds.at(5));
        EpochAdmin.endAuction(draft);
        World setup = draft.world();
        Draft recovery = new Draft(setup, SampleWorlds.at(300));
        List<String> collectors = List.of(SampleWorlds.id(1, 0), SampleWorlds.id(1, 1));
        recovery(1, collectors).run(recovery);
        assertThat(names(recovery))
                .containsExactly("EndDKG", "EpochRecover", "NewEpoch", "EpochStart");
        assertThat(recovery.events().getFirst().field("finalSubmission"))
                .isEqualTo(CadenceValues.nil());
        assertThat(recovery.world().quorum().inProgress()).isFalse();
        assertThat(recovery.world().epoch().counter()).isEqualTo(1);
        assertThatThrownBy(
                        () -> recovery(9, collectors).run(new Draft(setup, SampleWorlds.at(300))))
                .hasMessageContaining(
                        "Recovery epoch counter must equal current epoch counter + 1. Got recovery"
                                + " epoch counter (9) with current epoch counter (0).");
    }

    @Test
    void rewardsAreSetAtTheCommitAndPaidInTheNextAuction() throws Aborted {
        Genesis genesis = SampleWorlds.genesis(4, 3).rewards(true, UFix64.of(1000)).epoch(7, 0);
        Draft end = new Draft(genesis.world(), SampleWorlds.at(99));
        Heartbeat.beat(end);
        World world = HeartbeatTest.allSubmit(HeartbeatTest.allVote(end.world(), "ab"));
        Draft commit = new Draft(world, SampleWorlds.at(200));
        Heartbeat.beat(commit);
        List<RewardsBreakdown> rewards = some(commit.world().epoch().metadata().get(7L)).rewards();
        assertThat(rewards).hasSize(7);
        assertThat(rewards.stream().mapToLong(RewardsBreakdown::nodeRewards).sum())
                .isBetween(UFix64.of("999.9"), UFix64.of(1000));
        Draft next = new Draft(commit.world(), SampleWorlds.at(999));
        Heartbeat.beat(next);
        Draft paid = new Draft(next.world(), SampleWorlds.at(1001));
        Heartbeat.beat(paid);
        assertThat(names(paid)).contains("RewardsPaid", "EpochTotalRewardsPaid");
        assertThat(some(paid.world().epoch().metadata().get(7L)).rewardsPaid()).isTrue();
        Draft quiet = new Draft(paid.world(), SampleWorlds.at(1002));
        Heartbeat.beat(quiet);
        assertThat(quiet.events()).isEmpty();
    }

    private static EpochRecovery recovery(long counter, List<String> collectors) {
        String key = "ab".repeat(96);
        return new EpochRecovery(
                counter,
                301,
                350,
                900,
                100,
                1_900_000_000L,
                List.of(collectors),
                List.of(new EpochRecovery.ClusterVoteData("00", collectors)),
                new ResultSubmission(key, List.of(key), Map.of(SampleWorlds.id(2, 0), 0)),
                collectors);
    }

    private static List<String> names(Draft draft) {
        return draft.events().stream()
                .map(CompositeValue::typeId)
                .filter(id -> !id.contains("FungibleToken"))
                .map(id -> id.substring(id.lastIndexOf('.') + 1))
                .toList();
    }
}
