package io.epochdesk.cli;

import io.epochdesk.keys.AccountPrivateKey;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;
import io.epochdesk.keys.bootstrap.LooseKey;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.Vault;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** {@code keys add}: takes in a private key that is typed without being shown, or in a file. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysAddCommand implements Callable<Integer> {

    private final VaultDesk desk;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Mixin private BoundNetwork bound = new BoundNetwork();

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--key-file", paramLabel = "FILE")
    private @Nullable Path keyFile;

    @Option(names = "--signature", paramLabel = "ALGORITHM", defaultValue = "ECDSA_P256")
    private SignatureAlgorithm signature = SignatureAlgorithm.ECDSA_P256;

    @Option(names = "--hash", paramLabel = "ALGORITHM", defaultValue = "SHA3_256")
    private HashAlgorithm hash = HashAlgorithm.SHA3_256;

    KeysAddCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Surroundings around = desk.surroundings();
        String network = bound.chain(around.settings().get());
        KeyDetails details = new KeyDetails(name, network, hash, "", 0, around.clock().instant());
        try (Vault vault = desk.unlockOrCreate(passwordFile);
                AccountPrivateKey key = key()) {
            KeyListing.text(desk.words(), vault.add(key, details)).forEach(desk::line);
            return ExitCode.FINE.code();
        }
    }

    private AccountPrivateKey key() {
        if (keyFile != null) {
            return LooseKey.read(keyFile, signature);
        }
        char[] typed = desk.access().prompt().ask(desk.words().say("vault.ask.key"));
        try {
            return AccountPrivateKey.ofHex(signature, typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
