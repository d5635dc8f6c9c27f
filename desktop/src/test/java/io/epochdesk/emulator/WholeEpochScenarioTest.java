package io.epochdesk.emulator;

import static io.epochdesk.emulator.EpochStory.MESSAGE;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.dkg.WhiteboardEntry.Flag;
import io.epochdesk.emulator.FixtureNode.Role;
import io.epochdesk.parallel.BesideOthers;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** Whole epochs in which everybody does what they should. */
@RequiresEmulator
@BesideOthers
class WholeEpochScenarioTest {

    @Test
    void aHappyEpochFromAuctionToAuction() {
        Transcript transcript = Transcript.happy();
        try (EpochStory story = EpochStory.watched(6, 9, 2)) {
            EpochDriver driver = story.driver();
            story.check("auction");

            driver.endAuction();
            assertThat(story.check("setup opens").epoch("phase")).isEqualTo(1);

            List<FixtureNode> collectors = driver.nodes(Role.COLLECTION);
            collectors.subList(0, 3).forEach(node -> driver.vote(node, MESSAGE));
            story.check("half the votes");
            driver.post(transcript.messages().subList(0, 5));
            story.check("half the messages");
            collectors.subList(3, 6).forEach(node -> driver.vote(node, MESSAGE));
            driver.post(transcript.messages().subList(5, 9));
            assertThat(story.check("all votes and messages").votingCompleted()).isTrue();

            List<String> members = driver.truth().committee();
            members.subList(0, 4).forEach(id -> driver.submit(id, transcript));
            assertThat(story.check("as many submissions as the threshold").dkgCompleted())
                    .isFalse();
            members.subList(4, 9).forEach(id -> driver.submit(id, transcript));
            assertThat(story.check("all submissions").dkgCompleted()).isTrue();

            driver.commit();
            assertThat(story.check("commit").epoch("phase")).isEqualTo(2);
            driver.endEpoch();
            assertThat(story.check("next auction").epoch("counter")).isEqualTo(1);
        }
    }

    @Test
    void aSecondEpochWhoseMessagesAreTheFirstOnes() {
        Transcript transcript = Transcript.happy();
        try (EpochStory story = EpochStory.watched(3, 9, 1)) {
            EpochDriver driver = story.driver();
            story.wholeEpoch();
            story.check("second auction");

            driver.endAuction();
            story.check("second setup opens");
            driver.post(transcript.messages());
            ContractTruth posted = story.check("messages of the first epoch");
            assertThat(TruthMessage.judge(posted))
                    .hasSize(9)
                    .allSatisfy(
                            message ->
                                    assertThat(message.flags())
                                            .isEqualTo(Set.of(Flag.WRONG_INSTANCE)));

            story.everybodyVotes();
            story.everybodySubmits(transcript);
            story.check("second epoch complete");
            driver.commit();
            story.check("second commit");
            driver.endEpoch();
            assertThat(story.check("third auction").epoch("counter")).isEqualTo(2);
        }
    }
}
