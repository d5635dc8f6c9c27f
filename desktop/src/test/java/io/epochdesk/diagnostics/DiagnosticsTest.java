package io.epochdesk.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.settings.Folders;
import io.epochdesk.settings.SettingsStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;

/** The diagnostics tell what one needs for help, and no secret whatever was logged. */
final class DiagnosticsTest {

    private static final byte[] KEY = new byte[32];
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    static {
        new Random(8).nextBytes(KEY);
    }

    @TempDir private Path home;
    private Folders folders = new Folders(Path.of(""), Path.of(""), Path.of(""));

    @BeforeEach
    void makeFolders() throws IOException {
        folders = new Folders(home, home.resolve("data"), home.resolve("log"));
        Files.createDirectories(folders.data());
        Files.createDirectories(folders.log());
    }

    static Stream<String> secrets() {
        String hex = HexFormat.of().formatHex(KEY);
        String base64 = Base64.getEncoder().encodeToString(KEY);
        return Stream.of(
                "key " + hex,
                "0x" + hex.toUpperCase(java.util.Locale.ROOT),
                "(" + hex + "," + hex + ")",
                base64,
                Base64.getUrlEncoder().withoutPadding().encodeToString(KEY),
                "{\"EncodedPrivateKey\":\"" + base64 + "\"}",
                "password=correct horse",
                "Password: correct horse",
                "the passphrase is correct horse",
                "{\"secret\": \"correct horse\"}",
                "private key: correct horse",
                "http://operator:correct-horse@127.0.0.1:9000/",
                "abandon ability able about above absent absorb abstract absurd abuse access"
                        + " accident",
                "-----BEGIN EC PRIVATE KEY-----\ncorrect horse\n-----END EC PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\ncorrect horse");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void noSecretThatSomethingLoggedIsTold(String secret) throws IOException {
        log("2026-11-28T11:00:00.000Z ERROR i.e.a.Thing [x] it said " + secret);

        String told = diagnostics().gather();

        assertThat(told).contains("ERROR i.e.a.Thing").doesNotContain("horse", "abandon ability");
        String hex = HexFormat.of().formatHex(KEY);
        String base64 = Base64.getEncoder().encodeToString(KEY);
        for (int from = 0; from + 12 <= base64.length(); from++) {
            assertThat(told).doesNotContain(base64.substring(from, from + 12));
        }
        for (int from = 0; from + 12 <= hex.length(); from++) {
            assertThat(told).doesNotContainIgnoringCase(hex.substring(from, from + 12));
        }
    }

    @Test
    void theSettingsFileIsNeverCopied() throws IOException {
        Files.writeString(
                home.resolve(SettingsStore.NAME),
                "{\"version\":1,\"theme\":\"DARK\",\"note\":\"correct horse\"}");

        assertThat(diagnostics().gather()).contains("theme DARK").doesNotContain("horse");
    }

    @Test
    void versionsNetworksFilesFaultsAndTimesAreTold() throws IOException {
        log(
                """
                2026-11-28T11:00:00.000Z INFO  i.e.app.StartTimes [FX] start: votes after 912 ms
                2026-11-28T11:00:01.000Z WARN  i.e.n.a.SessionKeeper [n] NET-101 nothing answers
                2026-11-28T11:00:02.000Z INFO  i.e.n.a.SessionKeeper [n] Connected to 127.0.0.1:3569
                """);
        Files.writeString(folders.data().resolve("vault.json"), "{}");

        String told = diagnostics().gather();

        assertThat(told)
                .contains(
                        "diagnostics of 2026-11-28T12:00:00Z",
                        "console " + ConsoleVersion.read(),
                        "java " + Runtime.version(),
                        "mainnet is flow-mainnet",
                        "vault.json 2 bytes",
                        "start: votes after 912 ms",
                        "Connected to 127.0.0.1:3569")
                .containsPattern("== Complaints in window.log ==\n.*NET-101 nothing answers\n\n")
                .contains("headless.log ==\nnot readable: NoSuchFileException")
                .doesNotContain(home.toString());
    }

    @Test
    void theSameNumberCanBeFollowed() throws IOException {
        String id = "ab".repeat(32);
        log("a WARN " + id + "\nb WARN " + id + "\nc WARN " + "cd".repeat(32));

        assertThat(diagnostics().gather())
                .containsPattern("a WARN (#[0-9a-f]{8})\nb WARN \\1\nc WARN (?!\\1)#");
    }

    @Test
    void ordinaryWordsStay() {
        String line =
                "2026-11-28T11:00:00.000Z INFO  i.e.n.a.SessionKeeper [network-0] Connected to"
                        + " access.mainnet.nodes.onflow.org:9000 at height 123456789";

        assertThat(Scrubber.scrub(line)).isEqualTo(line);
    }

    private Diagnostics diagnostics() {
        return new Diagnostics(folders, new SettingsStore(folders.config(), NOON), NOON);
    }

    private void log(String text) throws IOException {
        Files.writeString(folders.log().resolve("window.log"), text);
    }
}
