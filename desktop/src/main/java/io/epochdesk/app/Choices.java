package io.epochdesk.app;

import io.epochdesk.settings.Folders;
import io.epochdesk.settings.Settings;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The settings that decide how everything is written and kept, resolved against the system.
 *
 * @param locale the language
 * @param zone the time zone
 * @param folder the data folder chosen, empty for the usual one
 */
record Choices(Locale locale, ZoneId zone, String folder) {

    /** Resolves settings; a zone this JDK does not know counts as not chosen. */
    static Choices of(Settings settings) {
        return new Choices(
                settings.language().isBlank()
                        ? Locale.getDefault()
                        : Locale.forLanguageTag(settings.language()),
                zone(settings.timeZone()),
                settings.dataFolder());
    }

    /** Where the console keeps what it saw. */
    Path dataFolder(Folders usual) {
        return dataFolder(usual.data());
    }

    /** Where the console keeps what it saw, given where it usually does. */
    Path dataFolder(Path usual) {
        return folder.isBlank() ? usual : Path.of(folder);
    }

    private static ZoneId zone(String id) {
        try {
            return id.isBlank() ? ZoneId.systemDefault() : ZoneId.of(id);
        } catch (DateTimeException _) {
            return ZoneId.systemDefault();
        }
    }
}
