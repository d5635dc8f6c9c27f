package io.epochdesk.cli;

import io.epochdesk.keys.vault.Password;
import io.epochdesk.keys.vault.Vault;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code keys passwd}: protects the vault by another password. */
@Command(
        name = "passwd",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysPasswdCommand implements Callable<Integer> {

    private final VaultDesk desk;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Option(names = "--new-password-file", paramLabel = "FILE")
    private @Nullable Path newPasswordFile;

    KeysPasswdCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Password present = desk.password(passwordFile, "vault.ask.password");
                Vault vault = desk.unlock(present);
                Password next = desk.newPassword(newPasswordFile, "vault.ask.new")) {
            vault.changePassword(present, next, desk.access().door().cost().get());
            desk.say("vault.passwordChanged");
            return ExitCode.FINE.code();
        }
    }
}
