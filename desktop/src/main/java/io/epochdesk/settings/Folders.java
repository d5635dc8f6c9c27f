package io.epochdesk.settings;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the console keeps its files: the XDG base directories, or one folder named by {@code
 * EPOCHDESK_HOME}.
 *
 * @param config the settings file
 * @param data what the console keeps of networks
 * @param log log files
 */
public record Folders(Path config, Path data, Path log) {

    /** The variable that puts everything under one folder. */
    public static final String HOME_VARIABLE = "EPOCHDESK_HOME";

    private static final String NAME = "epochdesk";

    /**
     * The folders of this environment. As the XDG specification wants it, a base directory that is
     * not absolute counts as unset.
     *
     * @param environment environment variables
     * @param userHome the user's home
     */
    public static Folders of(Map<String, String> environment, Path userHome) {
        String own = environment.getOrDefault(HOME_VARIABLE, "");
        if (!own.isBlank()) {
            Path home = Path.of(own).toAbsolutePath();
            return new Folders(home, home.resolve("data"), home.resolve("log"));
        }
        return new Folders(
                base(environment, "XDG_CONFIG_HOME", userHome.resolve(".config")),
                base(environment, "XDG_DATA_HOME", userHome.resolve(".local/share")),
                base(environment, "XDG_STATE_HOME", userHome.resolve(".local/state")));
    }

    private static Path base(Map<String, String> environment, String variable, Path otherwise) {
        Path named = Path.of(environment.getOrDefault(variable, ""));
        return (named.isAbsolute() ? named : otherwise).resolve(NAME);
    }
}
