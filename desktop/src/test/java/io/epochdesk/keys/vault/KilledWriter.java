package io.epochdesk.keys.vault;

import java.nio.file.Path;

/** A process that changes a vault without end, until it is killed; says what it has done. */
final class KilledWriter {

    /** As many keys are kept; the oldest makes room for the newest. */
    static final int KEPT = 10;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        Vault vault = Vaults.unlock(new VaultStore(Path.of(arguments[0])), Vaults.PASSWORD);
        for (int i = Integer.parseInt(arguments[1]); ; i++) {
            while (vault.keys().size() >= KEPT) {
                vault.destroy(vault.keys().getFirst().name());
            }
            Vaults.make(vault, "k" + i);
            System.out.println(i);
        }
    }
}
