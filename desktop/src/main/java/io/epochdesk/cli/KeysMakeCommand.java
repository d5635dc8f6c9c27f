package io.epochdesk.cli;

import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.Vault;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code keys make}: a new key, and a new vault where there is none. */
@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysMakeCommand implements Callable<Integer> {

    private final VaultDesk desk;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Mixin private BoundNetwork bound = new BoundNetwork();

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--signature", paramLabel = "ALGORITHM", defaultValue = "ECDSA_P256")
    private SignatureAlgorithm signature = SignatureAlgorithm.ECDSA_P256;

    @Option(names = "--hash", paramLabel = "ALGORITHM", defaultValue = "SHA3_256")
    private HashAlgorithm hash = HashAlgorithm.SHA3_256;

    KeysMakeCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Surroundings around = desk.surroundings();
        String network = bound.chain(around.settings().get());
        KeyDetails details = new KeyDetails(name, network, hash, "", 0, around.clock().instant());
        try (Vault vault = desk.unlockOrCreate(passwordFile)) {
            KeyListing.text(desk.words(), vault.make(signature, details)).forEach(desk::line);
            return ExitCode.FINE.code();
        }
    }
}
