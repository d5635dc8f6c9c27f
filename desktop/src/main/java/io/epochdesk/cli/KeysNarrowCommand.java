package io.epochdesk.cli;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/** {@code keys narrow}: lets only the owner reach the vault's files again. */
@Command(
        name = "narrow",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysNarrowCommand implements Callable<Integer> {

    private final VaultDesk desk;

    KeysNarrowCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        desk.access().door().store().narrow();
        desk.say("vault.narrowed", "file", desk.access().door().store().place());
        return ExitCode.FINE.code();
    }
}
