package io.epochdesk.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.epochdesk.cadence.CadenceValue.StringValue;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.Connection;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.Transport;
import io.epochdesk.network.access.GrpcFlowNetwork;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** The console's own client reads it as any other network, over plaintext and pinned TLS. */
final class ForeignClientTest {

    @Test
    void theConsolesClientFindsTheChainByItself() throws IOException {
        SmallChain chain = new SmallChain("flow-emulator").addEmpty(3);
        try (AccessServer server = AccessServer.start(chain, ServerOptions.usual())) {
            follows(chain, server, new Transport.Plaintext());
        }
    }

    @Test
    void theConsolesClientBelievesItsNetworkingKey() throws IOException {
        SmallChain chain = new SmallChain("flow-emulator").addEmpty(3);
        NodeIdentity identity = NodeIdentity.fresh();
        try (AccessServer server =
                AccessServer.start(chain, ServerOptions.usual().provenBy(identity))) {
            follows(chain, server, new Transport.PinnedTls(identity.networkingKey()));
        }
    }

    private static void follows(SmallChain chain, AccessServer server, Transport transport) {
        NetworkProfile profile =
                NetworkProfiles.emulator()
                        .withNodes(
                                List.of(
                                        new AccessNode(
                                                "rehearsal",
                                                "127.0.0.1",
                                                server.port(),
                                                transport)));
        chain.answering((_, _, height) -> new StringValue("at " + height));
        try (GrpcFlowNetwork network = GrpcFlowNetwork.open(profile)) {
            await().until(() -> tip(network) == 3);
            chain.addEmpty(2);
            await().until(() -> tip(network) == 5);
            assertThat(network.blocks().at(4).view()).isEqualTo(1_008);
        }
    }

    private static long tip(GrpcFlowNetwork network) {
        Connection connection = network.connection().current();
        return connection.tip() == null ? -1 : connection.tip().height();
    }
}
