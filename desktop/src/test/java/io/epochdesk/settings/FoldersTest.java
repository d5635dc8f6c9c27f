package io.epochdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class FoldersTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void followsTheXdgDefaults() {
        assertThat(Folders.of(Map.of(), HOME))
                .isEqualTo(
                        new Folders(
                                Path.of("/home/ada/.config/epochdesk"),
                                Path.of("/home/ada/.local/share/epochdesk"),
                                Path.of("/home/ada/.local/state/epochdesk")));
    }

    @Test
    void followsTheXdgVariablesThatAreAbsolute() {
        Map<String, String> environment =
                Map.of("XDG_CONFIG_HOME", "/etc/ada", "XDG_DATA_HOME", "relative");
        assertThat(Folders.of(environment, HOME).config()).isEqualTo(Path.of("/etc/ada/epochdesk"));
        assertThat(Folders.of(environment, HOME).data())
                .isEqualTo(Path.of("/home/ada/.local/share/epochdesk"));
    }

    @Test
    void theOwnVariablePutsEverythingUnderOneFolder() {
        assertThat(
                        Folders.of(
                                Map.of(
                                        "EPOCHDESK_HOME",
                                        "/srv/desk",
                                        "XDG_CONFIG_HOME",
                                        "/etc/ada"),
                                HOME))
                .isEqualTo(
                        new Folders(
                                Path.of("/srv/desk"),
                                Path.of("/srv/desk/data"),
                                Path.of("/srv/desk/log")));
    }
}
