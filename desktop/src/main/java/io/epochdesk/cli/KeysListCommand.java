package io.epochdesk.cli;

import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultKey;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code keys list}: every key of the vault, without its secret. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysListCommand implements Callable<Integer> {

    private final VaultDesk desk;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Option(names = "--json")
    private boolean json;

    KeysListCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Vault vault = desk.unlock(passwordFile)) {
            if (json) {
                desk.line(KeyListing.json(vault.keys()));
            } else if (vault.keys().isEmpty()) {
                desk.say("vault.none");
            } else {
                for (VaultKey key : vault.keys()) {
                    KeyListing.text(desk.words(), key).forEach(desk::line);
                }
            }
            return ExitCode.FINE.code();
        }
    }
}
