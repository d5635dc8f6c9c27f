package io.epochdesk.cli;

import io.epochdesk.keys.bootstrap.KeyExport;
import io.epochdesk.keys.bootstrap.KeyExport.Form;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultKey;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code keys export}: a key as the file the node reads, for its owner only. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysExportCommand implements Callable<Integer> {

    private final VaultDesk desk;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--to", paramLabel = "FILE", required = true)
    private Path to = Path.of("");

    @Option(names = "--replace")
    private boolean replace;

    KeysExportCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Vault vault = desk.unlock(passwordFile)) {
            VaultKey key = vault.key(name);
            KeyExport.Content content =
                    new KeyExport.Content(
                            key.address().isEmpty() ? Form.KEY : Form.ACCOUNT,
                            key.address(),
                            key.keyIndex(),
                            key.hash());
            Optional<Path> kept =
                    vault.reveal(
                            name,
                            secret ->
                                    Optional.ofNullable(
                                            new KeyExport().write(to, secret, content, replace)));
            vault.note(name, to.toAbsolutePath().toString());
            desk.say("vault.exported", "name", name, "file", to.toString());
            kept.ifPresent(file -> desk.say("vault.kept", "file", file.toString()));
            return ExitCode.FINE.code();
        }
    }
}
