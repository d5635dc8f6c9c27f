package io.epochdesk.cli;

import io.epochdesk.keys.vault.Vault;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code keys destroy}: removes a key from the vault for good. */
@Command(
        name = "destroy",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysDestroyCommand implements Callable<Integer> {

    private final VaultDesk desk;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Parameters(paramLabel = "NAME")
    private String name = "";

    /** Typed again, so that no slip of the history destroys a key. */
    @Option(names = "--really", paramLabel = "NAME", required = true)
    private String really = "";

    KeysDestroyCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (!name.equals(really)) {
            desk.say("vault.notDestroyed", "name", name);
            return ExitCode.USAGE.code();
        }
        try (Vault vault = desk.unlock(passwordFile)) {
            vault.destroy(name);
            desk.say("vault.destroyed", "name", name);
            return ExitCode.FINE.code();
        }
    }
}
