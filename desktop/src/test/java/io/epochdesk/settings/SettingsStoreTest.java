package io.epochdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.epochdesk.fault.FaultException;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.NetworkProfiles;
import io.epochdesk.network.Transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

class SettingsStoreTest {

    @TempDir Path home;

    private Path folder() {
        return home.resolve("not yet there");
    }

    private Path file() {
        return folder().resolve(SettingsStore.NAME);
    }

    private SettingsStore store() {
        return new SettingsStore(
                folder(), Clock.fixed(Instant.parse("2026-03-03T13:02:00Z"), ZoneOffset.UTC));
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        assertThat(store().load()).isEqualTo(new SettingsStore.Loaded(Settings.defaults(), null));
        assertThat(folder()).doesNotExist();
    }

    @Test
    void whatIsSavedIsLoadedAgain() {
        AccessNode own =
                new AccessNode(
                        "berlin",
                        "node.example.org",
                        9001,
                        new Transport.PinnedTls("ab".repeat(64)));
        AccessNode second = new AccessNode("[::1]:3569", "::1", 3569, new Transport.SystemTls());
        Settings settings =
                Settings.defaults()
                        .withNetwork(NetworkProfiles.mainnet().withNodes(List.of(own)))
                        .withNetwork(
                                NetworkProfiles.custom(
                                        "mine",
                                        "Mine",
                                        NetworkProfiles.emulator(),
                                        List.of(second, own)))
                        .withChosenNetwork("mine")
                        .withTheme(Theme.DARK)
                        .withLanguage("en")
                        .withTimeZone("Europe/Berlin")
                        .withDataFolder("/tmp/elsewhere")
                        .withManifests("/tmp/manifests")
                        .withWindow(new WindowState(-5.5, 20, 1280, 800, false, "dkg"));
        store().save(settings);
        assertThat(store().load()).isEqualTo(new SettingsStore.Loaded(settings, null));
    }

    @Test
    void builtInNetworksAreNotWrittenDown() throws IOException {
        store().save(Settings.defaults());
        assertThat(Files.readString(file())).doesNotContain("8624b52f9ddcd04a");
    }

    @Test
    void fieldsOfALaterVersionAreKept() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(
                file(), "{\"version\": 1, \"theme\": \"LIGHT\", \"later\": {\"kept\": [1, 2]}}");
        assertThat(store().load().settings().theme()).isEqualTo(Theme.LIGHT);
        store().save(Settings.defaults());
        assertThat(Files.readString(file())).contains("\"later\"", "\"kept\"", "\"SYSTEM\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"version\": 2}",
                "{}",
                "{\"version\": 1, \"theme\": \"PINK\"}",
                "{\"version\": 1, \"networks\": [{\"id\": \"mine\"}]}",
                "{\"version\": 1, \"networks\": [null]}",
                "{\"version\": 1, \"networks\": [{\"id\": \"x\", \"budget\": null}]}",
                "{\"version\": 1, \"window\": 3}"
            })
    void aFileThatCannotBeReadIsTold(String content) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(file(), content);
        SettingsStore.Loaded loaded = store().load();
        assertThat(Objects.requireNonNull(loaded.fault()).code()).isEqualTo("SET-401");
        assertThat(loaded.fault().facts().get("reason")).isNotBlank();
        assertThat(loaded.settings()).isEqualTo(Settings.defaults());
        assertThat(file()).hasContent(content);
    }

    @Test
    void aFileThatCannotBeReadIsKeptAsideWhenSaving() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(file(), "typed by hand");
        store().save(Settings.defaults());
        assertThat(store().load().fault()).isNull();
        assertThat(folder().resolve("settings.unreadable-20260303T130200.000Z.json"))
                .hasContent("typed by hand");
    }

    @Test
    void aFileThatCannotBeReadIsThereUnderOneNameOrTheOtherAtEveryMoment() throws IOException {
        store().save(Settings.defaults());
        Files.writeString(file(), "typed by hand");

        OwnerFile.keepAs(folder(), file(), "kept.json");

        // a crash right here leaves both
        assertThat(file()).hasContent("typed by hand");
        assertThat(folder().resolve("kept.json")).hasContent("typed by hand");

        store().save(Settings.defaults().withTheme(Theme.DARK));

        assertThat(folder().resolve("kept.json")).hasContent("typed by hand");
        assertThat(store().load().settings().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void aFolderInPlaceOfTheFileMakesWay() throws IOException {
        Files.createDirectories(file());
        Files.writeString(file().resolve("inside"), "somebody's");

        store().save(Settings.defaults());

        assertThat(store().load().fault()).isNull();
        assertThat(folder().resolve("settings.unreadable-20260303T130200.000Z.json"))
                .isDirectoryContaining("glob:**inside");
    }

    @Test
    void onlyTheOwnerCanReadFileAndFolder() throws IOException {
        store().save(Settings.defaults());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void savingLeavesNothingElseBehind() throws IOException {
        store().save(Settings.defaults());
        store().save(Settings.defaults().withTheme(Theme.DARK));
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void whatCannotBeWrittenIsAFault() throws IOException {
        Files.writeString(folder(), "a file where the folder should be");
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> store().save(Settings.defaults()))
                .satisfies(e -> assertThat(e.fault().code()).isEqualTo("SET-403"));
    }
}
