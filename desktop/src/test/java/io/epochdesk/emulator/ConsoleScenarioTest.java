package io.epochdesk.emulator;

import static io.epochdesk.emulator.EpochStory.MESSAGE;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.emulator.FixtureNode.Role;
import io.epochdesk.parallel.BesideOthers;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/** What a console shows that came late, or watches an epoch that does not go by the book. */
@RequiresEmulator
@BesideOthers
class ConsoleScenarioTest {

    @Test
    void consolesStartedBeforeDuringAndAfterSetupShowTheSame() {
        Transcript transcript = Transcript.happy();
        try (EpochStory story = EpochStory.watched(3, 9, 1)) {
            EpochDriver driver = story.driver();
            driver.emptyBlocksUntil(driver.truth().epoch("stakingEndView"));
            driver.beat();
            driver.post(transcript.messages().subList(0, 5));
            driver.vote(driver.nodes(Role.COLLECTION).getFirst(), MESSAGE);
            story.openConsole("the console started during setup");
            story.check("during setup");
            driver.post(transcript.messages().subList(5, 9));
            driver.nodes(Role.COLLECTION).stream()
                    .skip(1)
                    .forEach(node -> driver.vote(node, MESSAGE));
            story.everybodySubmits(transcript);
            story.check("setup complete");
            driver.commit();
            story.openConsole("the console started after the commit");
            story.check("committed");
            driver.endEpoch();
            story.openConsole("the console started in the next auction");
            story.check("next auction");
            driver.endAuction();
            driver.post(transcript.messages().subList(0, 2));
            story.check("next setup");
        }
    }

    @Test
    void aPhaseLengthChangedInTheAuctionDoesNotMoveTheDeadlines() {
        try (EpochStory story = EpochStory.watched(3, 9, 1)) {
            EpochDriver driver = story.driver();
            assertThat(story.check("first epoch, never announced").announcedDeadlines()).isEmpty();
            story.wholeEpoch();
            List<Long> announced = driver.truth().deadlines();
            driver.lengths(null, null, 20L, null);
            ContractTruth changed = story.check("phase length changed");
            assertThat(changed.config("numViewsInDKGPhase")).isEqualTo(20);
            assertThat(changed.deadlines()).isEqualTo(announced);
            driver.endAuction();
            story.check("setup with the announced deadlines");
        }
    }

    @Test
    void aSetupStuckBeyondTheEndOfItsEpoch() {
        try (EpochStory story = EpochStory.watched(3, 9, 1)) {
            EpochDriver driver = story.driver();
            driver.endAuction();
            driver.vote(driver.nodes(Role.COLLECTION).getFirst(), MESSAGE);
            driver.emptyBlocksUntil(driver.truth().epoch("endView") + 3);
            driver.beat();
            ContractTruth stuck = story.check("beyond the end");
            assertThat(stuck.epoch("phase")).isEqualTo(1);
            assertThat(stuck.epoch("view")).isGreaterThan(stuck.epoch("endView"));
            long view = stuck.epoch("view");
            driver.recover(1, view + 1, view + 100, view + 400, Transcript.happy());
            ContractTruth recovered = story.check("recovered");
            assertThat(recovered.epoch("counter")).isEqualTo(1);
            assertThat(recovered.announcedDeadlines()).isPresent();
        }
    }

    @Test
    void aWhiteboardTooLargeForAnyScript() {
        try (EpochStory story = EpochStory.watched(3, 3, 1)) {
            EpochDriver driver = story.driver();
            driver.endAuction();
            driver.vote(driver.nodes(Role.COLLECTION).getFirst(), MESSAGE);
            String sender = driver.truth().committee().getFirst();
            String padding = "A".repeat(6_300);
            List<String> contents =
                    IntStream.range(0, 3_200)
                            .mapToObj(
                                    i ->
                                            "{\"Data\":\"%s\",\"DKGInstanceID\":\"dkg-flow-emulator-1\",\"Signature\":\"%08d\"}"
                                                    .formatted(padding, i))
                            .toList();
            driver.post(sender, contents);
            ContractTruth truth = driver.truth();
            assertThat(truth.isWhiteboardReadable()).isFalse();
            assertThat(story.check("oversized whiteboard").board()).hasSize(3_200);
        }
    }
}
