package io.epochdesk.cli;

import io.epochdesk.history.HistoryStore;
import io.epochdesk.network.Connection;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.access.CanonicalTransactions;
import io.epochdesk.registration.AuditedTexts;
import io.epochdesk.registration.Flows;
import io.epochdesk.registration.SecondOpinions;
import io.epochdesk.registration.TemplateTexts;
import io.epochdesk.registration.Workplace;

import java.util.Objects;
import java.util.function.Consumer;

/** The flows of a network, for as long as a command runs. */
final class FlowSession implements AutoCloseable {

    private final FlowNetwork network;
    private final HistoryStore history;
    private final Flows flows;

    private FlowSession(FlowNetwork network, HistoryStore history, Flows flows) {
        this.network = network;
        this.history = history;
        this.flows = flows;
    }

    /**
     * Connects, and opens what was kept of the network.
     *
     * @param answered told of the connection once a node has answered
     * @throws io.epochdesk.fault.FaultException when no node answers, or the history cannot be read
     */
    static FlowSession open(
            Surroundings surroundings, NetworkProfile profile, Consumer<Connection> answered) {
        FlowNetwork network = surroundings.networks().open(profile);
        try {
            // who it is, is known once a node has answered
            var _ = network.blocks().latestSealed();
            Connection connection = network.connection().current();
            answered.accept(connection);
            HistoryStore history =
                    surroundings.histories().open(Objects.requireNonNull(connection.identity()));
            Workplace place =
                    new Workplace(
                            network,
                            new CanonicalTransactions(),
                            history,
                            texts(surroundings, profile),
                            new SecondOpinions(surroundings.networks()::open),
                            surroundings.clock(),
                            Thread::sleep);
            return new FlowSession(network, history, new Flows(place));
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private static TemplateTexts texts(Surroundings surroundings, NetworkProfile profile) {
        String manifests = surroundings.settings().get().settings().manifests();
        return new TemplateTexts(profile, () -> AuditedTexts.in(manifests, profile.chain()));
    }

    Flows flows() {
        return flows;
    }

    @Override
    public void close() {
        network.close();
        history.close();
    }
}
