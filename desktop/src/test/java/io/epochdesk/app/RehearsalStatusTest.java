package io.epochdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.cli.HeadlessCommands;
import io.epochdesk.cli.HistorySource;
import io.epochdesk.cli.Streams;
import io.epochdesk.cli.Surroundings;
import io.epochdesk.cli.VaultAccess;
import io.epochdesk.live.ClockPulse;
import io.epochdesk.network.access.GrpcFlowNetwork;
import io.epochdesk.rehearsal.Rehearsal;
import io.epochdesk.rehearsal.RehearsalOptions;
import io.epochdesk.settings.Settings;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;

/** The console's own client, board and {@code status} read a rehearsal as any other network. */
final class RehearsalStatusTest {

    @TempDir private Path folder;

    @Test
    void statusTellsOfARunningRehearsal() throws IOException {
        try (Rehearsal rehearsal = Rehearsal.start(RehearsalOptions.usual())) {
            JsonNode status = status(rehearsal);
            assertThat(status.at("/network/identity/chain").asText()).isEqualTo("flow-rehearsal");
            assertThat(status.at("/epoch/value/counter").asLong())
                    .isEqualTo(rehearsal.controls().state().current().counter());
            assertThat(status.at("/error").isMissingNode()).isTrue();
        }
    }

    private JsonNode status(Rehearsal rehearsal) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        LiveBoards boards = new LiveBoards(folder, Clock.systemUTC());
        HeadlessCommands commands =
                new HeadlessCommands(
                        new Surroundings(
                                () -> new SettingsStore.Loaded(Settings.defaults(), null),
                                _ -> boards.open(rehearsal.profile()),
                                _ -> GrpcFlowNetwork.open(rehearsal.profile()),
                                () -> new ClockPulse("status"),
                                Clock.systemUTC(),
                                new Formats(new Words(Locale.ENGLISH), ZoneOffset.UTC),
                                new Streams(new PrintWriter(out), new PrintWriter(err)),
                                VaultAccess.of(folder),
                                HistorySource.in(folder, Clock.systemUTC())),
                        (_, _) -> {});
        int code = commands.run("status", "--json");
        assertThat(code).as(out + " " + err).isZero();
        return new ObjectMapper().readTree(out.toString());
    }
}
