package io.epochdesk.cli;

import io.epochdesk.keys.vault.BackupFile;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultKey;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code keys restore}: takes over from a backup what the vault lacks. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysRestoreCommand implements Callable<Integer> {

    private final VaultDesk desk;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--backup-password-file", paramLabel = "FILE")
    private @Nullable Path backupPasswordFile;

    KeysRestoreCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        byte[] backup = BackupFile.read(file);
        try (Vault vault = desk.unlockOrCreate(passwordFile);
                Password password = desk.password(backupPasswordFile, "vault.ask.backup")) {
            List<VaultKey> restored = vault.restore(backup, file.toString(), password, _ -> true);
            desk.line(desk.words().count("vault.restored", restored.size()));
            restored.forEach(key -> KeyListing.text(desk.words(), key).forEach(desk::line));
            return ExitCode.FINE.code();
        }
    }
}
