package io.epochdesk.network.access;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.NodeCheck;
import io.epochdesk.network.NodeProbe;

import java.time.Clock;
import java.time.Duration;

/** Tests a node over a connection made for it alone and closed again. */
public final class DirectNodeProbe implements NodeProbe {

    private final Deadlines deadlines;
    private final Clock clock;

    /** A probe with the usual deadlines: 3 s for each of its few cheap calls. */
    public DirectNodeProbe() {
        this(Deadlines.USUAL, Clock.systemUTC());
    }

    DirectNodeProbe(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public NodeCheck check(AccessNode node, int receiveCap) {
        try (NodeClient client =
                new NodeClient(node, receiveCap, deadlines, new NodeThreads(1), true, clock)) {
            String identity = client.proveIdentity();
            long start = System.nanoTime();
            client.ping();
            Duration latency = Duration.ofNanos(System.nanoTime() - start);
            ChainId chain = client.chainId();
            BlockHeader sealed = client.latestSealedHeader();
            return new NodeCheck(node, chain, sealed, latency, version(client), identity);
        }
    }

    /** Nodes before v0.31 do not tell their version; that is no reason to fail the test. */
    private static String version(NodeClient client) {
        try {
            return client.nodeVersion().text();
        } catch (FaultException e) {
            if (e.fault() instanceof NetworkFault fault
                    && fault.kind() == NetworkFault.Kind.UNSUPPORTED) {
                return "";
            }
            throw e;
        }
    }
}
