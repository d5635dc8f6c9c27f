package io.epochdesk.cli;

import io.epochdesk.keys.bootstrap.MachineAccountInfo;
import io.epochdesk.keys.bootstrap.MachineAccountKey;
import io.epochdesk.keys.bootstrap.NodeFiles;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultKey;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Arrays;
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
            byte[] text =
                    vault.reveal(
                            name,
                            secret ->
                                    key.address().isEmpty()
                                            ? MachineAccountKey.bytes(secret)
                                            : new MachineAccountInfo(
                                                            key.address(),
                                                            true,
                                                            secret,
                                                            key.keyIndex(),
                                                            key.hash(),
                                                            new byte[0])
                                                    .bytes());
            try {
                new NodeFiles().write(to, text, replace);
            } finally {
                Arrays.fill(text, (byte) 0);
            }
            desk.say("vault.exported", "name", name, "file", to.toString());
            return ExitCode.FINE.code();
        }
    }
}
