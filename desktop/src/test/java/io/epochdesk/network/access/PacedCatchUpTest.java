package io.epochdesk.network.access;

import static io.epochdesk.network.access.BusyChain.BOTH;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.fault.Fault;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.RequestBudget;
import io.grpc.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;

/** How the past is had where calls are counted, and what a stream is not believed. */
@Timeout(60)
class PacedCatchUpTest {

    @Test
    void aStreamBringsThePastInOneCallWhereCallsAreCounted() {
        try (LoopbackAccessNode node = LoopbackAccessNode.serving(BusyChain.of("a", 5_000));
                GrpcFlowNetwork network = paced(node)) {
            RecordingFollower follower = new RecordingFollower();
            network.events().follow(BOTH, 0, follower);

            BusyChain.awaitAll(node.chain(), follower);
            assertThat(node.calls("GetEventsForHeightRange")).isZero();
            assertThat(node.calls("SubscribeEventsFromStartHeight")).isEqualTo(1);
        }
    }

    @Test
    void rangesBringThePastWhereCallsAreNotCounted() {
        try (LoopbackAccessNode node = LoopbackAccessNode.serving(BusyChain.of("a", 5_000));
                GrpcFlowNetwork network =
                        GrpcFlowNetwork.open(
                                NetworkProfiles.emulator().withNodes(List.of(node.node("own"))))) {
            RecordingFollower follower = new RecordingFollower();
            network.events().follow(BOTH, 0, follower);

            BusyChain.awaitAll(node.chain(), follower);
            assertThat(node.calls("GetEventsForHeightRange")).isGreaterThanOrEqualTo(38);
        }
    }

    @Test
    void rangesBringThePastWhereTheStreamGoesBackNotSoFar() {
        try (LoopbackAccessNode node = LoopbackAccessNode.serving(BusyChain.of("a", 1_200));
                GrpcFlowNetwork network = paced(node)) {
            node.streamFrom(1_100);
            RecordingFollower follower = new RecordingFollower();
            network.events().follow(BOTH, 0, follower);

            BusyChain.awaitAll(node.chain(), follower);
            assertThat(follower.faults()).isEmpty();
        }
    }

    @Test
    void aStreamCutInThePastGoesOnWhereItWas() {
        try (LoopbackAccessNode node = LoopbackAccessNode.serving(BusyChain.of("a", 5_000));
                GrpcFlowNetwork network = paced(node)) {
            RecordingFollower follower = new RecordingFollower();
            network.events().follow(BOTH, 0, follower);
            await().until(() -> follower.completeTo() > 100);
            node.endStreams(Status.INTERNAL);

            BusyChain.awaitAll(node.chain(), follower);
        }
    }

    @Test
    void aStreamThatSpeaksOfBlocksThatAreNotThereIsNotBelieved() {
        try (LoopbackAccessNode node = LoopbackAccessNode.serving(BusyChain.of("a", 20));
                GrpcFlowNetwork network =
                        GrpcFlowNetwork.open(
                                NetworkProfiles.emulator().withNodes(List.of(node.node("own"))),
                                new TimeLapse(10))) {
            node.streamAhead(50);
            RecordingFollower follower = new RecordingFollower();
            network.events().follow(BOTH, 0, follower);
            await().atMost(Duration.ofSeconds(10)).until(() -> !follower.faults().isEmpty());

            assertThat(follower.completeTo()).isEqualTo(-1);
            assertThat(follower.faults()).extracting(Fault::code).containsOnly("NET-126");

            node.streamAhead(0);
            node.endStreams(Status.OK);
            BusyChain.awaitAll(node.chain(), follower);
        }
    }

    private static GrpcFlowNetwork paced(LoopbackAccessNode node) {
        return GrpcFlowNetwork.open(
                NetworkProfiles.emulator()
                        .withNodes(List.of(node.node("public")))
                        .withBudget(RequestBudget.PUBLIC),
                new TimeLapse(40));
    }
}
