package io.epochdesk.app;

import io.epochdesk.fault.NetworkFault;
import io.epochdesk.history.Activity;
import io.epochdesk.history.HistoryName;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.access.CanonicalTransactions;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.registration.AuditedTexts;
import io.epochdesk.registration.Flow;
import io.epochdesk.registration.FlowKind;
import io.epochdesk.registration.FlowRecord;
import io.epochdesk.registration.Flows;
import io.epochdesk.registration.SecondOpinions;
import io.epochdesk.registration.TemplateTexts;
import io.epochdesk.registration.Workplace;
import io.epochdesk.registration.view.FlowDesk;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The flows of an open network. Its history is opened when it is first wanted and the network's
 * identity is known, and another one when that is another.
 */
final class OpenFlows implements FlowDesk, AutoCloseable {

    private final FlowNetwork network;
    private final Path data;
    private final TemplateTexts texts;
    private @Nullable HistoryStore history;
    private @Nullable Flows flows;
    private @Nullable ChainIdentity identity;
    private boolean closed;

    /**
     * Flows of a network.
     *
     * @param data where the history is kept
     * @param manifests where manifests of audited transactions are; empty for none
     */
    OpenFlows(FlowNetwork network, Path data, Supplier<String> manifests) {
        this.network = network;
        this.data = data;
        this.texts =
                new TemplateTexts(
                        network.profile(),
                        () -> AuditedTexts.in(manifests.get(), network.profile().chain()));
    }

    @Override
    public Flow begin(FlowKind kind) {
        return flows().begin(kind);
    }

    @Override
    public Flow resume(FlowRecord record) {
        return flows().resume(record);
    }

    @Override
    public Flows.Unfinished unfinished() {
        return flows().unfinished();
    }

    @Override
    public synchronized Map<Long, Activity> activities(int most) {
        var _ = flows();
        HistoryStore open = history;
        return open == null ? Map.of() : open.activities().newest(most);
    }

    private synchronized Flows flows() {
        ChainIdentity now = network.connection().current().identity();
        if (closed || now == null) {
            throw NetworkFault.of(
                    NetworkFault.Kind.NO_NODE_LEFT,
                    "not connected yet",
                    "network",
                    network.profile().name(),
                    "count",
                    Integer.toString(network.profile().nodes().size()));
        }
        Flows open = flows;
        if (open == null || !isSame(now)) {
            open = reopen(now);
        }
        return open;
    }

    private boolean isSame(ChainIdentity now) {
        ChainIdentity before = identity;
        return before != null
                && before.chain().equals(now.chain())
                && before.rootBlock().equals(now.rootBlock());
    }

    private Flows reopen(ChainIdentity now) {
        forget();
        HistoryStore store =
                HistoryStore.open(
                        data,
                        new HistoryName(now.profile(), now.chain().value(), now.rootBlock()),
                        Clock.systemUTC());
        Flows open =
                new Flows(
                        new Workplace(
                                network,
                                new CanonicalTransactions(),
                                store,
                                texts,
                                new SecondOpinions(GrpcFlowNetwork::open),
                                Clock.systemUTC(),
                                Thread::sleep));
        history = store;
        identity = now;
        flows = open;
        return open;
    }

    private void forget() {
        HistoryStore before = history;
        history = null;
        flows = null;
        identity = null;
        if (before != null) {
            before.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        forget();
    }
}
