package io.epochdesk.cli;

import io.epochdesk.keys.vault.Vault;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code keys rename}: gives a key another name. */
@Command(
        name = "rename",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysRenameCommand implements Callable<Integer> {

    private final VaultDesk desk;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Parameters(index = "0", paramLabel = "NAME")
    private String name = "";

    @Parameters(index = "1", paramLabel = "NEW_NAME")
    private String other = "";

    KeysRenameCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Vault vault = desk.unlock(passwordFile)) {
            KeyListing.text(desk.words(), vault.rename(name, other)).forEach(desk::line);
            return ExitCode.FINE.code();
        }
    }
}
