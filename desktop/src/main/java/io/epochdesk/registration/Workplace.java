package io.epochdesk.registration;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.FlowNetwork;
import io.epochdesk.network.TransactionCodec;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What flows on one network work with.
 *
 * @param network the network
 * @param codec the forms of transactions
 * @param history where flows and activities of this network are kept
 * @param texts where the transactions' texts come from
 * @param secondOpinions other access nodes to compare answers with
 * @param clock the time
 * @param waiting waits between two looks at a transaction
 */
public record Workplace(
        FlowNetwork network,
        TransactionCodec codec,
        HistoryStore history,
        TemplateTexts texts,
        SecondOpinions secondOpinions,
        InstantSource clock,
        Waiting waiting) {

    /** Waits for a while. */
    @FunctionalInterface
    public interface Waiting {
        void pause(Duration time) throws InterruptedException;
    }

    /**
     * The network's identity, as it is known at this moment.
     *
     * @throws FaultException when there is no connection yet
     */
    ChainIdentity identity() {
        ChainIdentity identity = network.connection().current().identity();
        if (identity == null) {
            throw NetworkFault.of(
                    NetworkFault.Kind.NO_NODE_LEFT,
                    "no answer yet",
                    "network",
                    network.profile().name(),
                    "count",
                    Integer.toString(network.profile().nodes().size()));
        }
        return identity;
    }
}
