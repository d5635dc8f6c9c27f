package io.epochdesk.emulator;

import static io.epochdesk.emulator.EpochStory.MESSAGE;
import static io.epochdesk.emulator.EpochStory.OTHER_MESSAGE;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.Attention;
import io.epochdesk.parallel.BesideOthers;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Epochs in which the collection clusters' vote goes wrong. */
@RequiresEmulator
@BesideOthers
class VoteScenarioTest {

    @Test
    void splitVotesThatCanStillAgreeAndThenCannot() {
        try (EpochStory story = EpochStory.watched(7, 3, 1)) {
            EpochDriver driver = story.driver();
            driver.endAuction();
            List<FixtureNode> members = story.cluster(0);
            members.subList(0, 4).forEach(node -> driver.vote(node, MESSAGE));
            members.subList(4, 6).forEach(node -> driver.vote(node, OTHER_MESSAGE));
            assertThat(story.check("four to two").clusters().getFirst().canComplete()).isTrue();
            driver.vote(members.get(6), OTHER_MESSAGE);
            assertThat(story.check("four to three").clusters().getFirst().canComplete()).isFalse();
            driver.commit();
            assertThat(story.check("nothing to commit").epoch("phase")).isEqualTo(1);
        }
    }

    @Test
    void oneClusterShortOfOneVote() {
        try (EpochStory story = EpochStory.watched(6, 9, 2)) {
            EpochDriver driver = story.driver();
            driver.endAuction();
            story.cluster(0).forEach(node -> driver.vote(node, MESSAGE));
            story.cluster(1).subList(0, 2).forEach(node -> driver.vote(node, MESSAGE));
            story.everybodySubmits(Transcript.happy());
            driver.commit();
            ContractTruth truth = story.check("one vote short");
            assertThat(truth.clusters())
                    .extracting(ContractTruth.Cluster::complete)
                    .containsExactly(true, false);
            assertThat(truth.dkgCompleted()).isTrue();
            assertThat(truth.epoch("phase")).isEqualTo(1);
            driver.vote(story.cluster(1).get(2), MESSAGE);
            driver.commit();
            assertThat(story.check("the last vote came").epoch("phase")).isEqualTo(2);
        }
    }

    @Test
    void aSetupThatIsRunningOutOfTime() {
        try (EpochStory story = EpochStory.watched(4, 9, 1)) {
            EpochDriver driver = story.driver();
            driver.endAuction();
            story.cluster(0).subList(0, 2).forEach(node -> driver.vote(node, MESSAGE));
            assertThat(attention(story.check("there is time"))).isEmpty();
            ContractTruth early = driver.truth();
            driver.emptyBlocksUntil(
                    early.epoch("endView")
                            - (early.epoch("endView") - early.epoch("stakingEndView")) / 4
                            + 1);
            assertThat(attention(story.check("less than a quarter is left")))
                    .containsExactly(Attention.Kind.CLUSTER_LATE, Attention.Kind.DKG_LATE);
            story.cluster(0).subList(2, 4).forEach(node -> driver.vote(node, MESSAGE));
            assertThat(attention(story.check("late, but voted")))
                    .containsExactly(Attention.Kind.DKG_LATE);
            story.everybodySubmits(Transcript.happy());
            assertThat(attention(story.check("late, but done"))).isEmpty();
        }
    }

    private static List<Attention.Kind> attention(ContractTruth truth) {
        return TruthAttention.of(truth).stream().map(Attention::kind).toList();
    }

    @Test
    void votesThatDifferOnlyInLetterCase() {
        try (EpochStory story = EpochStory.watched(4, 3, 1)) {
            EpochDriver driver = story.driver();
            driver.endAuction();
            List<FixtureNode> members = story.cluster(0);
            driver.vote(members.get(0), MESSAGE);
            driver.vote(members.get(1), MESSAGE);
            driver.voteInUpperCase(members.get(2), MESSAGE);
            assertThat(
                            story.check("one vote in upper case")
                                    .clusters()
                                    .getFirst()
                                    .weightByMessage())
                    .hasSize(2);
            driver.voteInUpperCase(members.get(3), MESSAGE);
            assertThat(story.check("two and two").clusters().getFirst().canComplete()).isFalse();
        }
    }
}
