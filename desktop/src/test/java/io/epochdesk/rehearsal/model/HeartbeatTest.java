package io.epochdesk.rehearsal.model;

import static io.epochdesk.rehearsal.model.SampleWorlds.some;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.epochdesk.cadence.CadenceValue.CompositeValue;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Epochs driven by the heartbeat alone. */
class HeartbeatTest {

    private static final String KEY = "ab".repeat(96);
    private static final String SIGNATURE = "80" + "00".repeat(47);

    @Test
    void nothingIsDueBeforeTheAuctionEnds() throws Aborted {
        World world = SampleWorlds.genesis(4, 3).world();
        Draft draft = new Draft(world, SampleWorlds.at(98));
        Heartbeat.beat(draft);
        assertThat(draft.world()).isSameAs(world);
        assertThat(draft.events()).isEmpty();
    }

    @Test
    void theAuctionsEndDrawsClustersAndStartsVoteAndDkg() throws Aborted {
        Draft draft = beat(SampleWorlds.genesis(5, 3, 1).world(), 99);
        World world = draft.world();
        assertThat(names(draft)).containsExactly("FlowDKG.StartDKG", "FlowEpoch.EpochSetup");
        assertThat(world.epoch().phase()).isEqualTo(EpochPhase.EPOCH_SETUP);
        assertThat(world.quorum().inProgress()).isTrue();
        assertThat(world.quorum().clusters())
                .extracting(cluster -> cluster.nodeWeights().size())
                .containsExactly(3, 2);
        assertThat(world.dkg().committee().keys())
                .containsExactly(
                        SampleWorlds.id(2, 0), SampleWorlds.id(2, 1), SampleWorlds.id(2, 2));
        assertThat(world.staking().enabled()).isFalse();
        EpochMetadata next = some(world.epoch().metadata().get(1L));
        assertThat(next.startView()).isEqualTo(1000);
        assertThat(next.endView()).isEqualTo(1999);
        assertThat(next.stakingEndView()).isEqualTo(1099);
    }

    @Test
    void aWholeEpochEndsInTheNextAuction() throws Aborted {
        World world = beat(SampleWorlds.genesis(4, 3).world(), 120).world();
        world = allVote(world, "c0ffee");
        assertThat(Heartbeat.isDue(world, 200)).isFalse();
        world = allSubmit(world);
        Draft commit = beat(world, 200);
        assertThat(names(commit)).containsExactly("FlowEpoch.EpochCommit");
        assertThat(commit.world().epoch().phase()).isEqualTo(EpochPhase.EPOCH_COMMIT);
        assertThat(commit.world().dkg().enabled()).isTrue();
        Draft early = beat(commit.world(), 998);
        assertThat(early.events()).isEmpty();
        Draft end = beat(commit.world(), 999);
        assertThat(names(end))
                .containsExactly(
                        "FlowDKG.EndDKG", "FlowIDTableStaking.NewEpoch", "FlowEpoch.EpochStart");
        World next = end.world();
        assertThat(next.epoch().counter()).isEqualTo(1);
        assertThat(next.epoch().phase()).isEqualTo(EpochPhase.STAKING_AUCTION);
        assertThat(next.quorum().inProgress()).isFalse();
        assertThat(next.dkg().completed()).isEmpty();
        assertThat(next.staking().enabled()).isTrue();
        assertThat(some(next.epoch().metadata().get(1L)).dkgKeys()).hasSize(4);
    }

    @Test
    void fewerCollectorsThanClustersFail() {
        World world = SampleWorlds.genesis(1, 3).world();
        assertThatThrownBy(() -> beat(world, 100))
                .hasMessageContaining("Cannot have less collector nodes than clusters");
    }

    @Test
    void theSameSeedDrawsTheSameClusters() throws Aborted {
        World one = beat(SampleWorlds.genesis(40, 3).world(), 100).world();
        World two = beat(SampleWorlds.genesis(40, 3).world(), 100).world();
        World other = beat(SampleWorlds.genesis(40, 3).world(), 101).world();
        assertThat(one.quorum()).isEqualTo(two.quorum());
        assertThat(one.quorum()).isNotEqualTo(other.quorum());
    }

    private static Draft beat(World world, long view) throws Aborted {
        Draft draft = new Draft(world, SampleWorlds.at(view));
        Heartbeat.beat(draft);
        return draft;
    }

    static World allVote(World world, String message) throws Aborted {
        Draft draft = new Draft(world, SampleWorlds.at(150));
        for (Cluster cluster : world.quorum().clusters()) {
            for (String id : cluster.nodeWeights().keys()) {
                FlowClusterQc.vote(
                        draft,
                        StakingSignatures.wellFormed(),
                        new Stored.Voter(id, KEY),
                        SIGNATURE,
                        message);
            }
        }
        return draft.world();
    }

    static World allSubmit(World world) throws Aborted {
        Draft draft = new Draft(world, SampleWorlds.at(160));
        Map<String, Integer> mapping = new TreeMap<>();
        for (String id : world.dkg().committee().keys()) {
            mapping.put(id, mapping.size());
        }
        ResultSubmission submission =
                new ResultSubmission(KEY, Collections.nCopies(mapping.size(), KEY), mapping);
        for (String id : world.dkg().committee().keys()) {
            FlowDkg.submit(draft, id, submission);
        }
        return draft.world();
    }

    private static List<String> names(Draft draft) {
        return draft.events().stream()
                .map(CompositeValue::typeId)
                .map(id -> id.substring(id.indexOf('.', 2) + 1))
                .toList();
    }
}
