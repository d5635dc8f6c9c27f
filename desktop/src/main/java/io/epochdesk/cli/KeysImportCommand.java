package io.epochdesk.cli;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.keys.bootstrap.BootstrapFindings;
import io.epochdesk.keys.bootstrap.BootstrapFolder;
import io.epochdesk.keys.bootstrap.FileNote;
import io.epochdesk.keys.bootstrap.FoundFile;
import io.epochdesk.keys.bootstrap.FoundNode;
import io.epochdesk.keys.bootstrap.OfferedKey;
import io.epochdesk.keys.vault.KeyDetails;
import io.epochdesk.keys.vault.Vault;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code keys import}: says what a bootstrap folder has, and takes its keys into the vault. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        resourceBundle = "io.epochdesk.text.cli")
final class KeysImportCommand implements Callable<Integer> {

    private final VaultDesk desk;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Mixin private BoundNetwork bound = new BoundNetwork();

    @Option(names = "--bootstrap", paramLabel = "DIR", required = true)
    private Path folder = Path.of("");

    KeysImportCommand(VaultDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Surroundings around = desk.surroundings();
        String network = bound.chain(around.settings().get());
        try (BootstrapFindings found = new BootstrapFolder().look(folder)) {
            found.files().forEach(this::tell);
            boolean clean = found.files().stream().allMatch(file -> file.fault() == null);
            int keys = 0;
            try (Vault vault = desk.unlockOrCreate(passwordFile)) {
                for (FoundNode node : found.nodes()) {
                    if (take(vault, found, node, network)) {
                        keys++;
                    } else {
                        clean = false;
                    }
                }
            }
            if (keys == 0) {
                return ExitCode.FAILED.code();
            }
            return (clean ? ExitCode.FINE : ExitCode.ATTENTION).code();
        }
    }

    private void tell(FoundFile file) {
        desk.line(file.path());
        desk.line("  " + desk.words().name("vault.file", file.kind()));
        for (FileNote note : file.notes()) {
            desk.line("  " + desk.words().name("vault.note", note));
        }
        if (file.fault() != null) {
            tell(file.fault());
        }
    }

    private void tell(Fault fault) {
        new FaultReport(desk.surroundings()).write(desk.surroundings().streams().out(), fault);
    }

    private boolean take(Vault vault, BootstrapFindings found, FoundNode node, String network) {
        Optional<OfferedKey> offer = node.offer().filter(_ -> found.isSound(node));
        if (offer.isEmpty()) {
            desk.say("vault.notImported", "node", node.nodeId());
            return false;
        }
        OfferedKey key = offer.get();
        KeyDetails details =
                new KeyDetails(
                        key.name(),
                        network,
                        key.hash(),
                        key.address(),
                        key.keyIndex(),
                        desk.surroundings().clock().instant(),
                        key.file());
        try {
            if (!key.address().isEmpty()) {
                AccountOfNetwork.require(network, FlowAddress.of(key.address()));
            }
            KeyListing.text(desk.words(), vault.add(key.key(), details)).forEach(desk::line);
            return true;
        } catch (FaultException e) {
            tell(e.fault());
            return false;
        }
    }
}
