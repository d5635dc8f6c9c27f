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

    private final TwistedNetwork network;
    private final HistoryStore history;
    private final Flows flows;
    private final Workplace place;

    private Desk(TwistedNetwork network, HistoryStore history, Workplace.Waiting waiting) {
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
                        waiting);
        this.flows = new Flows(place);
    }

    /** Opens a network and its history in a folder. */
    static Desk open(NetworkProfile profile, Path folder) {
        return open(profile, folder, Desk::aMoment);
    }

    /** The same, with another way to wait. */
    static Desk open(NetworkProfile profile, Path folder, Workplace.Waiting waiting) {
        FlowNetwork network = GrpcFlowNetwork.open(profile);
        await().atMost(CONNECTED).until(() -> network.connection().current().identity() != null);
        ChainIdentity identity = Objects.requireNonNull(network.connection().current().identity());
        HistoryStore history =
                HistoryStore.open(
                        folder,
                        new HistoryName(
                                identity.profile(), identity.chain().value(), identity.rootBlock()),
                        InstantSource.system());
        return new Desk(new TwistedNetwork(network), history, waiting);
    }

    /** Waits a fiftieth of a second at most. */
    static void aMoment(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(Math.min(20, time.toMillis()));
    }

    TwistedNetwork network() {
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
