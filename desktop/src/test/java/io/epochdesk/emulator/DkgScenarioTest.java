package io.epochdesk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.parallel.BesideOthers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/** Epochs in which the DKG has trouble. */
@RequiresEmulator
@BesideOthers
class DkgScenarioTest {

    enum Trouble {
        COMPLAINTS,
        DISQUALIFIED_DEALER,
        SILENT_NODE;

        Transcript transcript() {
            return switch (this) {
                case COMPLAINTS -> Transcript.complaints();
                case DISQUALIFIED_DEALER -> Transcript.disqualified();
                case SILENT_NODE -> Transcript.silent();
            };
        }

        int results() {
            return this == COMPLAINTS ? 1 : 2;
        }
    }

    @ParameterizedTest
    @EnumSource
    void troubleThatTheCommitteeSurvives(Trouble trouble) {
        Transcript transcript = trouble.transcript();
        try (EpochStory story = EpochStory.watched(3, 9, 1)) {
            EpochDriver driver = story.driver();
            driver.endAuction();
            story.everybodyVotes();
            driver.post(
                    transcript.messages().stream()
                            .filter(message -> message.phase() == 1)
                            .toList());
            story.check("vectors");
            driver.post(
                    transcript.messages().stream()
                            .filter(message -> message.phase() == 2)
                            .toList());
            story.check("complaints and answers");
            story.everybodySubmits(transcript);
            ContractTruth truth = story.check("submissions");
            assertThat(truth.submissionCounts()).hasSize(trouble.results());
            assertThat(truth.dkgCompleted()).isTrue();
            driver.commit();
            assertThat(story.check("commit").epoch("phase")).isEqualTo(2);
        }
    }

    @Test
    void emptySubmissionsUntilNoResultCanWin() {
        Transcript transcript = Transcript.happy();
        try (EpochStory story = EpochStory.watched(3, 9, 1)) {
            EpochDriver driver = story.driver();
            driver.endAuction();
            story.everybodyVotes();
            List<String> members = driver.truth().committee();
            members.subList(0, 4).forEach(driver::submitEmpty);
            driver.submit(members.get(8), transcript);
            assertThat(story.check("four empty ones").dkgCanComplete()).isTrue();
            driver.submitEmpty(members.get(4));
            assertThat(story.check("five empty ones").dkgCanComplete()).isFalse();
            driver.commit();
            assertThat(story.check("nothing to commit").epoch("phase")).isEqualTo(1);
        }
    }

    @Test
    void aSafeThresholdAboveTheNativeOne() {
        Transcript transcript = Transcript.happy();
        try (EpochStory story = EpochStory.watched(3, 9, 1)) {
            EpochDriver driver = story.driver();
            driver.safeThreshold("0.7");
            driver.endAuction();
            List<String> members = driver.truth().committee();
            members.subList(0, 6).forEach(id -> driver.submit(id, transcript));
            assertThat(story.check("six of nine").dkgCompleted()).isFalse();
            driver.submit(members.get(6), transcript);
            assertThat(story.check("seven of nine").dkgCompleted()).isTrue();
        }
    }

    @Test
    void nonsenseOnTheWhiteboard() {
        Transcript transcript = Transcript.happy();
        try (EpochStory story = EpochStory.watched(3, 9, 1)) {
            EpochDriver driver = story.driver();
            driver.endAuction();
            String sender = driver.truth().committee().getFirst();
            String own = transcript.messages().getFirst().content();
            driver.post(
                    sender,
                    List.of(
                            own,
                            own,
                            "not JSON at all",
                            "{\"Data\":\"\",\"DKGInstanceID\":\"dkg-flow-emulator-1\",\"Signature\":\"\"}",
                            "{\"Data\":\"AQID\",\"DKGInstanceID\":\"dkg-flow-emulator-1\",\"Signature\":\"AA==\"}",
                            "{\"Data\":\"AAAA\",\"DKGInstanceID\":\"dkg-flow-emulator-1\",\"Signature\":\"AA==\"}",
                            "{\"Data\":\"CQAA\",\"DKGInstanceID\":\"dkg-flow-emulator-7\",\"Signature\":\"AA==\"}",
                            "{\"Data\":\"AmM=\",\"DKGInstanceID\":\"dkg-flow-emulator-1\",\"Signature\":\"AA==\"}",
                            "\u0000\u2028 \ud83d\ude00 Zeichen"));
            assertThat(story.check("nonsense").whiteboard()).hasSize(9);
        }
    }
}
