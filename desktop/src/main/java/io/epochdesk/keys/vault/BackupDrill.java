package io.epochdesk.keys.vault;

import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.DomainTag;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Proves that a backup could stand in for the vault. */
final class BackupDrill {

    private static final byte[] TRIAL =
            DomainTag.USER.before("restore drill".getBytes(StandardCharsets.UTF_8));

    private BackupDrill() {}

    /**
     * Has every held key's counterpart sign something.
     *
     * @return how many were proved
     * @throws io.epochdesk.fault.FaultException at the first key that the backup lacks
     */
    static int prove(List<VaultKey> held, List<StoredKey> backup, String place) {
        for (VaultKey facts : held) {
            boolean proved =
                    backup.stream()
                            .filter(other -> other.facts().network().equals(facts.network()))
                            .filter(other -> other.facts().publicKey().equals(facts.publicKey()))
                            .anyMatch(
                                    other ->
                                            facts.publicKey()
                                                    .verifies(
                                                            facts.hash(),
                                                            TRIAL,
                                                            other.secret()
                                                                    .sign(facts.hash(), TRIAL)));
            if (!proved) {
                throw VaultFault.of(
                        VaultFault.Kind.DRILL_FAILED,
                        "",
                        "file",
                        place,
                        "reason",
                        "it lacks the key " + facts.name());
            }
        }
        return held.size();
    }
}
