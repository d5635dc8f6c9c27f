package io.epochdesk.cli;

import io.epochdesk.live.Pulse;
import io.epochdesk.settings.SettingsStore;
import io.epochdesk.text.Formats;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * What a command finds around it.
 *
 * @param settings the operator's settings, read when a command needs them
 * @param boards opens boards
 * @param networks opens networks
 * @param pulses makes the beat that {@code --watch} lives by
 * @param clock what ages and remaining times are counted by
 * @param formats language and time zone of text output
 * @param streams where to write
 * @param vault the vault of keys
 * @param histories opens histories
 * @param fleets follows the operator's nodes
 * @param progress tells what a command waits for
 */
public record Surroundings(
        Supplier<SettingsStore.Loaded> settings,
        BoardSource boards,
        NetworkSource networks,
        Supplier<Pulse> pulses,
        Clock clock,
        Formats formats,
        Streams streams,
        VaultAccess vault,
        HistorySource histories,
        FleetSource fleets,
        Progress progress) {}
