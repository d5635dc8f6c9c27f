package io.epochdesk.settings;

import io.epochdesk.fault.SettingsFault;
import io.epochdesk.network.NetworkProfile;
import io.epochdesk.network.NetworkProfiles;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The operator's choices.
 *
 * @param networks every network, the built-in ones included, with different ids
 * @param chosenNetwork id of the network that is opened at start, or {@link #REHEARSAL}
 * @param theme light or dark
 * @param language a BCP 47 language tag, empty for the system's language
 * @param timeZone a zone ID, empty for the system's zone
 * @param dataFolder where the console keeps what it saw, empty for the usual place
 * @param manifests where manifests of audited transactions are, empty for none
 * @param window where the window was, or null before it was first closed
 * @param recent what was used lately in the command palette, newest first; at most {@value #RECENT}
 */
public record Settings(
        List<NetworkProfile> networks,
        String chosenNetwork,
        Theme theme,
        String language,
        String timeZone,
        String dataFolder,
        String manifests,
        @Nullable WindowState window,
        List<String> recent) {

    /** What {@code chosenNetwork} says when the rehearsal is to be opened at start. */
    public static final String REHEARSAL = "rehearsal";

    private static final int RECENT = 12;

    public Settings {
        networks = List.copyOf(networks);
        recent = recent.stream().distinct().limit(RECENT).toList();
    }

    /** The built-in networks, mainnet chosen, everything else as the system has it. */
    public static Settings defaults() {
        return new Settings(
                NetworkProfiles.builtIn(),
                "mainnet",
                Theme.SYSTEM,
                "",
                "",
                "",
                "",
                null,
                List.of());
    }

    /**
     * The network of this id, or else of this name; letter case does not matter.
     *
     * @throws io.epochdesk.fault.FaultException when there is none
     */
    public NetworkProfile network(String idOrName) {
        return networks.stream()
                .filter(network -> network.id().equalsIgnoreCase(idOrName))
                .findFirst()
                .or(
                        () ->
                                networks.stream()
                                        .filter(
                                                network ->
                                                        network.name().equalsIgnoreCase(idOrName))
                                        .findFirst())
                .orElseThrow(
                        () ->
                                SettingsFault.of(
                                        SettingsFault.Kind.UNKNOWN_NETWORK,
                                        "",
                                        "name",
                                        idOrName,
                                        "known",
                                        known()));
    }

    /** The network that is opened at start; the first one when the chosen one is gone. */
    public NetworkProfile chosen() {
        return networks.stream()
                .filter(network -> network.id().equals(chosenNetwork))
                .findFirst()
                .orElse(networks.getFirst());
    }

    /** Whether the rehearsal is to be opened at start, and not one of the networks. */
    public boolean isRehearsal() {
        return chosenNetwork.equals(REHEARSAL)
                && networks.stream().noneMatch(network -> network.id().equals(REHEARSAL));
    }

    /** These settings with a network replaced, or added when its id is new. */
    public Settings withNetwork(NetworkProfile changed) {
        List<NetworkProfile> all = new ArrayList<>(networks);
        all.replaceAll(network -> network.id().equals(changed.id()) ? changed : network);
        if (!all.contains(changed)) {
            all.add(changed);
        }
        return withNetworks(all);
    }

    /** These settings without a network; a built-in one goes back to what it was at first. */
    public Settings withoutNetwork(String id) {
        return withNetworks(
                Networks.withBuiltIn(
                        networks.stream().filter(network -> !network.id().equals(id)).toList()));
    }

    /** These settings with other networks. */
    public Settings withNetworks(List<NetworkProfile> other) {
        return new Settings(
                other,
                chosenNetwork,
                theme,
                language,
                timeZone,
                dataFolder,
                manifests,
                window,
                recent);
    }

    /** These settings with another network chosen. */
    public Settings withChosenNetwork(String id) {
        return new Settings(
                networks, id, theme, language, timeZone, dataFolder, manifests, window, recent);
    }

    /** These settings with another theme. */
    public Settings withTheme(Theme other) {
        return new Settings(
                networks,
                chosenNetwork,
                other,
                language,
                timeZone,
                dataFolder,
                manifests,
                window,
                recent);
    }

    /** These settings with another language; empty for the system's. */
    public Settings withLanguage(String tag) {
        return new Settings(
                networks,
                chosenNetwork,
                theme,
                tag,
                timeZone,
                dataFolder,
                manifests,
                window,
                recent);
    }

    /** These settings with another time zone; empty for the system's. */
    public Settings withTimeZone(String zone) {
        return new Settings(
                networks,
                chosenNetwork,
                theme,
                language,
                zone,
                dataFolder,
                manifests,
                window,
                recent);
    }

    /** These settings with another data folder; empty for the usual one. */
    public Settings withDataFolder(String folder) {
        return new Settings(
                networks,
                chosenNetwork,
                theme,
                language,
                timeZone,
                folder,
                manifests,
                window,
                recent);
    }

    /** These settings with manifests elsewhere; empty for none. */
    public Settings withManifests(String place) {
        return new Settings(
                networks,
                chosenNetwork,
                theme,
                language,
                timeZone,
                dataFolder,
                place,
                window,
                recent);
    }

    /** These settings with the window's present state. */
    public Settings withWindow(WindowState state) {
        return new Settings(
                networks,
                chosenNetwork,
                theme,
                language,
                timeZone,
                dataFolder,
                manifests,
                state,
                recent);
    }

    /** These settings after a command of the palette was used. */
    public Settings withUsed(String command) {
        List<String> newest = new ArrayList<>(List.of(command));
        newest.addAll(recent);
        return new Settings(
                networks,
                chosenNetwork,
                theme,
                language,
                timeZone,
                dataFolder,
                manifests,
                window,
                newest);
    }

    /** IDs of all networks, for a sentence. */
    public String known() {
        return networks.stream().map(NetworkProfile::id).collect(Collectors.joining(", "));
    }
}
