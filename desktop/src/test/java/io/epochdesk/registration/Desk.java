package io.epochdesk.registration;

import static org.awaitility.Awaitility.await;

import io.epochdesk.history.HistoryName;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.access.CanonicalTransactions;
import io.epochdesk.network.access.GrpcFlowNetwork;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Flows on a network, with what they work with; opened again, it is the console after a crash. */
final class Desk implements AutoCloseable {

    private static final Duration CONNECTED = Duration.ofSeconds(20);

    private final FlowNetwork network;
    private final HistoryStore history;
    private final Flows flows;
    private final Workplace place;

    private Desk(FlowNetwork network, HistoryStore history) {
        this.network = network;
        this.history = history;
        this.place =
                new Workplace(
                        network,
                        new CanonicalTransactions(),
                        history,
                        TemplateTexts.own(network.profile()),
                        new SecondOpinions(GrpcFlowNetwork::open),
                        InstantSource.system(),
                        time -> TimeUnit.MILLISECONDS.sleep(Math.min(20, time.toMillis())));
        this.flows = new Flows(place);
    }

    /** Opens a network and its history in a folder. */
    static Desk open(NetworkProfile profile, Path folder) {
        FlowNetwork network = GrpcFlowNetwork.open(profile);
        await().atMost(CONNECTED).until(() -> network.connection().current().identity() != null);
        ChainIdentity identity = Objects.requireNonNull(network.connection().current().identity());
        HistoryStore history =
                HistoryStore.open(
                        folder,
                        new HistoryName(
                                identity.profile(), identity.chain().value(), identity.rootBlock()),
                        InstantSource.system());
        return new Desk(network, history);
    }

    FlowNetwork network() {
        return network;
    }

    HistoryStore history() {
        return history;
    }

    Workplace place() {
        return place;
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
