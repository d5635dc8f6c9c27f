package io.epochdesk.cli;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.vault.Vault;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code keys assign}: notes which account a key belongs to. */
@Command(
        name = "assign",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysAssignCommand implements Callable<Integer> {

    private final VaultDesk desk;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Parameters(index = "0", paramLabel = "NAME")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ADDRESS", converter = AddressConverter.class)
    private FlowAddress address = new FlowAddress(0);

    @Option(names = "--index", paramLabel = "INDEX", defaultValue = "0")
    private int index;

    KeysAssignCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Vault vault = desk.unlock(passwordFile)) {
            AccountOfNetwork.require(vault.key(name).network(), address);
            KeyListing.text(desk.words(), vault.assign(name, address.hex(), index))
                    .forEach(desk::line);
            return ExitCode.FINE.code();
        }
    }
}
