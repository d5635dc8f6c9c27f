package io.epochdesk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.parallel.BesideOthers;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

@RequiresEmulator
@BesideOthers
class EpochDriverTest {

    @Test
    void takesAFreshChainThroughAWholeEpoch() {
        try (EmulatorProcess emulator = EmulatorProcess.start();
                EpochDriver driver = new EpochDriver(emulator)) {
            Transcript transcript = Transcript.happy();
            String message = FixtureNode.voteMessages().getFirst();
            driver.register(6, 9, 2);
            driver.endAuction();
            assertThat(driver.truth().epoch("phase")).isEqualTo(1);
            driver.nodes(FixtureNode.Role.COLLECTION).forEach(node -> driver.vote(node, message));
            driver.post(transcript.messages());
            transcript.results().keySet().forEach(id -> driver.submit(id, transcript));

            ContractTruth ready = driver.truth();
            assertThat(ready.votingCompleted()).isTrue();
            assertThat(ready.dkgCompleted()).isTrue();
            assertThat(ready.whiteboard()).hasSize(9);
            assertThat(ready.submissions()).hasSize(9);
            assertThat(ready.submissionCounts()).hasSize(1).containsValue(9L);

            assertThat(driver.commit().named("EpochCommit")).hasSize(1);
            assertThat(driver.endEpoch().named("EpochStart")).hasSize(1);
            assertThat(driver.truth().epoch("counter")).isEqualTo(1);
            assertThat(driver.truth().announcedDeadlines()).isPresent();
            assertThat(BothForms.compared(emulator))
                    .contains(
                            "FlowEpoch.EpochSetup",
                            "FlowEpoch.EpochCommit",
                            "FlowEpoch.EpochStart",
                            "FlowDKG.StartDKG",
                            "FlowDKG.BroadcastMessage",
                            "FlowDKG.EndDKG",
                            "FlowIDTableStaking.NewNodeCreated",
                            "FlowStakingCollection.MachineAccountCreated",
                            "flow.AccountKeyAdded",
                            "flow.StorageCapabilityControllerIssued");
        }
    }

    @Test
    void recoversAStuckSetup() {
        try (EmulatorProcess emulator = EmulatorProcess.start();
                EpochDriver driver = new EpochDriver(emulator)) {
            driver.register(4, 9, 1);
            driver.endAuction();
            assertThat(driver.commit().events())
                    .noneMatch(event -> event.name().equals("EpochCommit"));
            long view = driver.truth().epoch("view");
            driver.recover(1, view + 1, view + 50, view + 200, Transcript.happy());
            ContractTruth truth = driver.truth();
            assertThat(truth.epoch("counter")).isEqualTo(1);
            assertThat(truth.epoch("endView")).isEqualTo(view + 200);
            assertThat(truth.announcedDeadlines()).isPresent();
            assertThat(BothForms.compared(emulator)).contains("FlowEpoch.EpochRecover");
        }
    }

    @Test
    void countsAVoteInUpperCaseApart() {
        try (EmulatorProcess emulator = EmulatorProcess.start();
                EpochDriver driver = new EpochDriver(emulator)) {
            driver.register(3, 3, 1);
            driver.endAuction();
            String message = FixtureNode.voteMessages().getFirst();
            List<FixtureNode> collectors = driver.nodes(FixtureNode.Role.COLLECTION);
            driver.vote(collectors.get(0), message);
            driver.voteInUpperCase(collectors.get(1), message);
            Map<String, Long> weights = driver.truth().clusters().getFirst().weightByMessage();
            assertThat(weights).hasSize(2).containsEntry(message, 100L);
        }
    }
}
