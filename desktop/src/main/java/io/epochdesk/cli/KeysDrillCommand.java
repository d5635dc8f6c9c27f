package io.epochdesk.cli;

import io.epochdesk.keys.vault.BackupFile;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code keys restore-drill}: proves that a backup opens and has every key of the vault. */
@Command(
        name = "restore-drill",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysDrillCommand implements Callable<Integer> {

    private final VaultDesk desk;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--backup-password-file", paramLabel = "FILE")
    private @Nullable Path backupPasswordFile;

    KeysDrillCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        byte[] backup = BackupFile.read(file);
        try (Vault vault = desk.unlock(passwordFile);
                Password password = desk.password(backupPasswordFile, "vault.ask.backup")) {
            int proved = vault.drill(backup, file.toString(), password);
            desk.line(desk.words().count("vault.proved", proved));
            return ExitCode.FINE.code();
        }
    }
}
