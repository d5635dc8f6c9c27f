package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.registration.FlowKind;
import io.epochdesk.ui.Snapshots;

import javafx.scene.Node;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** An operator goes from a bootstrap folder to nodes that act, in the window, on the rehearsal. */
@Tag("robot")
@Timeout(300)
final class GuidedFlowsTest {

    private final FlowStage stage;

    GuidedFlowsTest(@TempDir Path folder) throws IOException {
        stage = new FlowStage(folder, 60);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void nodesAreRegisteredFromTheirBootstrapFolders() {
        String staking = stage.rehearsal().operator().hex();
        stage.begin(FlowKind.SET_UP_COLLECTION);
        stage.picture("purpose");
        stage.values();
        stage.signer(staking);
        stage.picture("values");
        stage.toSigning();
        stage.signAndSend();
        stage.finish();

        register("collection", "250000", staking);
        register("consensus", "500000", staking);
    }

    private void register(String role, String stake, String staking) {
        stage.begin(FlowKind.REGISTER_NODE);
        stage.picture("purpose");
        stage.values();
        stage.signer(staking);
        stage.click("#flow-practice-" + role);
        stage.until("#field-node-id", _ -> stage.text("node-id").length() == 64);
        stage.type("stake", stake);
        Snapshots.settle();
        stage.picture("values");
        stage.toSigning();
        stage.signAndSend();
        stage.click("#proof-write");
        stage.until("#proof-written", Node::isVisible);
        assertThat(stage.said()).contains("node-machine-account-info.priv.json");
        stage.finish();
    }
}
