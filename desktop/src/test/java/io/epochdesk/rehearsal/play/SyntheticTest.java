package io.epochdesk.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.bls.DkgInstance;
import io.epochdesk.quorum.StakingKeys;
import io.epochdesk.rehearsal.model.NodeRecord;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is synthetic is left out of verification by the same rules as anything that cannot be
 * verified: the console finds no key to hold a vote against, and no run of that size to judge.
 */
final class SyntheticTest {

    private static Map<String, String> stakingKeys(String scenario) {
        Seed seed = new Seed(5);
        Scenario played = Scenario.of(scenario);
        Opening opening = new Opening(seed, played, Calendar.WEEK, new Cast(seed, played));
        return opening.at(Instant.EPOCH, 1).world().staking().nodes().values().stream()
                .filter(node -> node.role() <= 2)
                .collect(Collectors.toMap(NodeRecord::id, NodeRecord::stakingKey));
    }

    private static StakingKeys read(Map<String, String> hexByNode) {
        return StakingKeys.of(hexByNode, StakingKeys.Source.NODE_TABLE, -1);
    }

    @Test
    void noStakingKeyOfTheTenfoldNetworkIsTakenForOne() {
        Map<String, String> keys = stakingKeys("tenfold");

        assertThat(keys).hasSize(2_300);
        assertThat(read(keys).byNode()).isEmpty();
        assertThat(CastSize.TENFOLD.nodes(2)).isGreaterThan(DkgInstance.MAX_SIZE);
    }

    @Test
    void everyStakingKeyOfAMainnetSizedNetworkIsOne() {
        Map<String, String> keys = stakingKeys("mainnet-sized");

        assertThat(keys).hasSize(230);
        assertThat(read(keys).byNode()).hasSize(230);
    }
}
