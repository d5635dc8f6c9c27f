package io.epochdesk.cli;

import io.epochdesk.history.HistoryName;
import io.epochdesk.history.HistoryStore;
import io.epochdesk.network.ChainIdentity;

import java.nio.file.Path;
import java.time.InstantSource;

/** Opens what was kept of networks. */
@FunctionalInterface
public interface HistorySource {

    /**
     * The history of a network; whoever opens it closes it.
     *
     * @throws io.epochdesk.fault.FaultException when it cannot be read or written
     */
    HistoryStore open(ChainIdentity network);

    /** Histories in a data folder. */
    static HistorySource in(Path data, InstantSource clock) {
        return network ->
                HistoryStore.open(
                        data,
                        new HistoryName(
                                network.profile(), network.chain().value(), network.rootBlock()),
                        clock);
    }
}
