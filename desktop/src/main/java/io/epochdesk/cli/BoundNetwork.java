package io.epochdesk.cli;

import io.epochdesk.fault.FaultException;
import io.epochdesk.settings.SettingsStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The network that a new key is bound to; nothing is asked of it. */
final class BoundNetwork {

    @Option(names = "--network", paramLabel = "NAME")
    private @Nullable String network;

    /**
     * Chain ID of the network named, or of the one chosen in the settings.
     *
     * @throws FaultException when the settings cannot be read, or have no such network
     */
    String chain(SettingsStore.Loaded loaded) {
        if (loaded.fault() != null) {
            throw new FaultException(loaded.fault());
        }
        return (network == null ? loaded.settings().chosen() : loaded.settings().network(network))
                .chain()
                .value();
    }
}
