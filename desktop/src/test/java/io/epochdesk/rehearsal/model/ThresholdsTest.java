package io.epochdesk.rehearsal.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Thresholds of votes and submissions, at every remainder. */
class ThresholdsTest {

    @ParameterizedTest
    @CsvSource({"300,201", "400,267", "500,334", "100,67", "2,2", "1,1", "0,0"})
    void thresholdsSeenOnTheEmulator(long total, long threshold) {
        assertThat(Cluster.of(0, Map.of("a", total)).voteThreshold()).isEqualTo(threshold);
    }

    @Property
    void aQuorumIsMoreThanTwoThirdsAndNoMore(@ForAll @IntRange(min = 1, max = 100_000) int total) {
        long threshold = Cluster.of(0, Map.of("a", (long) total)).voteThreshold();
        assertThat(3 * threshold).isGreaterThan(2L * total);
        assertThat(3 * (threshold - 1)).isLessThanOrEqualTo(2L * total);
    }

    @Property
    void theMessageThatReachesTheThresholdLeads(
            @ForAll List<@IntRange(min = 0, max = 2) Integer> votes) {
        Map<String, Long> weights = new TreeMap<>();
        for (int i = 0; i < votes.size(); i++) {
            weights.put(SampleWorlds.id(1, i), 100L);
        }
        Cluster cluster = Cluster.of(0, weights);
        for (int i = 0; i < votes.size(); i++) {
            Vote vote = new Vote("00", "m" + votes.get(i));
            cluster = cluster.withVote(SampleWorlds.id(1, i), vote);
            long best = cluster.messageWeights().values().stream().max(Long::compare).orElse(0L);
            assertThat(cluster.quorumMessage().isPresent())
                    .isEqualTo(best >= cluster.voteThreshold());
        }
    }

    @ParameterizedTest
    @CsvSource({"10,0.7,7", "100,0.7,70", "3,,1", "2,,1", "4,,1", "4,0.7,2", "7,,3", "14,,6"})
    void submissionThresholds(int nodes, @Nullable String percentage, long threshold) {
        PersistentMap<String, Boolean> committee = PersistentMap.empty();
        for (int i = 0; i < nodes; i++) {
            committee = committee.with(SampleWorlds.id(2, i), true);
        }
        long raw =
                percentage == null ? DistributedKeyGeneration.NO_PERCENTAGE : UFix64.of(percentage);
        DistributedKeyGeneration dkg =
                DistributedKeyGeneration.claimed(PersistentMap.empty(), raw).started(committee);
        assertThat(dkg.safeThreshold()).isEqualTo(threshold);
    }
}
