package io.epochdesk.settings;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The file as it is written: names and shapes stay, whatever becomes of the records inside. Fields
 * that are missing count as the defaults.
 *
 * @param version version of this shape
 * @param networks those that differ from the built-in ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingsFile(
        int version,
        @Nullable String chosenNetwork,
        @Nullable Theme theme,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String dataFolder,
        @Nullable String manifests,
        @Nullable WindowState window,
        @Nullable List<String> recent,
        @Nullable List<NetworkDraft> networks) {

    /** The version this console writes and understands. */
    static final int VERSION = 1;

    static SettingsFile of(Settings settings) {
        return new SettingsFile(
                VERSION,
                settings.chosenNetwork(),
                settings.theme(),
                settings.language(),
                settings.timeZone(),
                settings.dataFolder(),
                settings.manifests(),
                settings.window(),
                settings.recent(),
                Networks.operators(settings.networks()).stream().map(NetworkDraft::of).toList());
    }

    /**
     * The settings it says.
     *
     * @throws io.epochdesk.fault.FaultException when a network in it cannot be used
     */
    Settings toSettings() {
        Settings defaults = Settings.defaults();
        return new Settings(
                networks == null
                        ? defaults.networks()
                        : Networks.withBuiltIn(
                                networks.stream().map(NetworkDraft::toProfile).toList()),
                or(chosenNetwork, defaults.chosenNetwork()),
                theme == null ? defaults.theme() : theme,
                or(language, defaults.language()),
                or(timeZone, defaults.timeZone()),
                or(dataFolder, defaults.dataFolder()),
                or(manifests, defaults.manifests()),
                window,
                recent == null ? defaults.recent() : recent);
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
