package io.epochdesk.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.fault.FaultException;
import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.Spoiled;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Whatever a file or a body holds, it is read or told: nothing else is ever thrown, and nothing is
 * derived or allocated that the file has no right to.
 */
class VaultFuzzTest {

    private static final Set<VaultFault.Kind> TOLD =
            EnumSet.of(
                    VaultFault.Kind.NOT_A_VAULT,
                    VaultFault.Kind.NEWER_VERSION,
                    VaultFault.Kind.DAMAGED,
                    VaultFault.Kind.NOT_OPENED);

    @Test
    void spoiledFilesAndBodiesAreReadOrTold() {
        spoil(1_000);
    }

    @Tag("soak")
    @Test
    void tenMillionSpoiledFilesAndBodiesAreReadOrTold() {
        spoil(10_000_000);
    }

    private static void spoil(int times) {
        CrashingFiles files = new CrashingFiles();
        VaultStore store = new VaultStore(files);
        try (Vault vault = Vaults.create(store)) {
            Vaults.make(vault, "a");
            vault.assign("a", "f8d6e0586b0a20c7", 3);
            vault.note("a", "/srv/flow/bootstrap");
        }
        byte[] file = store.read();
        VaultHeader header = VaultHeader.read(file, "f");
        byte[] key =
                new QuickDerivation()
                        .derive(
                                header.kdf(),
                                Vaults.password(Vaults.PASSWORD).bytes(),
                                header.salt());
        byte[] body = VaultSeal.open(key, file, "f");
        each(times, 1, file, text -> VaultHeader.read(text, "f"));
        each(times, 2, file, text -> VaultSeal.open(key, text, "f"));
        // most of a body is zeros, in which hardly anything can be wrong
        byte[] telling = Arrays.copyOf(body, 160);
        each(times, 3, telling, VaultFuzzTest::readAndWrite);
    }

    private static void readAndWrite(byte[] body) {
        List<StoredKey> keys = VaultBody.read(body, "f");
        // there is one way to write what was read
        assertThat(VaultBody.write(keys)).startsWith(body);
        keys.forEach(one -> one.secret().close());
    }

    private static void each(int times, long seed, byte[] original, Consumer<byte[]> reading) {
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            byte[] text = Spoiled.of(original, random);
            try {
                reading.accept(text);
            } catch (FaultException e) {
                assertThat(TOLD).contains(((VaultFault) e.fault()).kind());
            }
        }
    }
}
