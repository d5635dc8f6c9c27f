package io.epochdesk.cli;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.SettingsFault;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.RequestBudget;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.SettingsStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

/** The options that every headless command takes. */
final class NetworkOptions {

    @Option(names = "--network", paramLabel = "NAME")
    private @Nullable String network;

    @Option(names = "--access", paramLabel = "HOST:PORT")
    private List<String> access = new ArrayList<>();

    @Option(names = "--json")
    private boolean json;

    /** Whether the answer is a JSON document. */
    boolean json() {
        return json;
    }

    /**
     * The network to ask: the one named, or the one chosen in the settings, through the access
     * nodes given, if any.
     *
     * @throws FaultException when the settings cannot be read, or a name or address cannot be used
     */
    NetworkProfile profile(SettingsStore.Loaded loaded) {
        if (loaded.fault() != null) {
            // The defaults might ask a public node where the operator's file names an own,
            // authenticated one.
            throw new FaultException(loaded.fault());
        }
        NetworkProfile profile = profile(loaded.settings());
        if (access.isEmpty()) {
            return profile;
        }
        List<NetworkProfile> each =
                access.stream().map(node -> NetworkProfiles.through(profile, node)).toList();
        boolean anyPublic = each.stream().anyMatch(one -> one.budget() == RequestBudget.PUBLIC);
        return profile.withNodes(each.stream().flatMap(one -> one.nodes().stream()).toList())
                .withBudget(anyPublic ? RequestBudget.PUBLIC : RequestBudget.UNLIMITED);
    }

    private NetworkProfile profile(Settings settings) {
        if (network != null) {
            return isRehearsalElsewhere(settings, network)
                    ? Rehearsal.reachedAt(NetworkProfiles.accessNode(access.getFirst()))
                    : settings.network(network);
        }
        if (settings.isRehearsal()) {
            // Asking a real network instead would be a surprise.
            throw SettingsFault.of(
                    SettingsFault.Kind.REHEARSAL_CHOSEN, "", "known", settings.known());
        }
        return settings.chosen();
    }

    /** One that {@code rehearse} runs; where it listens has to be said, since nothing keeps it. */
    private boolean isRehearsalElsewhere(Settings settings, String name) {
        return name.equalsIgnoreCase(Settings.REHEARSAL)
                && !access.isEmpty()
                && settings.networks().stream()
                        .noneMatch(known -> known.id().equals(Settings.REHEARSAL));
    }
}
