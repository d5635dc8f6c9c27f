package io.epochdesk.cli;

import io.epochdesk.keys.bootstrap.NodeFiles;
import io.epochdesk.keys.vault.BackupFile;
import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code keys backup}: the whole vault as an encrypted file under a password of its own. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysBackupCommand implements Callable<Integer> {

    private final VaultDesk desk;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--backup-password-file", paramLabel = "FILE")
    private @Nullable Path backupPasswordFile;

    KeysBackupCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Vault vault = desk.unlock(passwordFile);
                Password password = desk.newPassword(backupPasswordFile, "vault.ask.newBackup")) {
            byte[] backup = vault.backup(password, desk.access().door().cost().get());
            new NodeFiles().write(file, backup, false);
            int proved = vault.drill(BackupFile.read(file), file.toString(), password);
            desk.say("vault.backedUp", "file", file.toString());
            desk.line(desk.words().count("vault.proved", proved));
            return ExitCode.FINE.code();
        }
    }
}
