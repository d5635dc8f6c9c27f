package io.epochdesk.keys.vault;

import io.epochdesk.fault.VaultFault;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.HashAlgorithm;

import java.time.Instant;

/**
 * What may be known of a key in the vault.
 *
 * @param name what the operator calls it; no two keys have the same
 * @param network chain ID of the only network it signs for, such as {@code flow-mainnet}
 * @param hash what its account hashes with
 * @param address 16 hex digits of the account, or empty while it has none
 * @param keyIndex index of the key on that account
 * @param created when it was made or imported
 * @param file the file of the node software that has it too, or empty when none is known
 * @param publicKey its public half
 */
public record VaultKey(
        String name,
        String network,
        HashAlgorithm hash,
        String address,
        int keyIndex,
        Instant created,
        String file,
        AccountPublicKey publicKey) {

    /** The longest name, in UTF-16 units. */
    public static final int LONGEST_NAME = 64;

    /** The longest path of a file, in UTF-16 units. */
    public static final int LONGEST_FILE = 255;

    public VaultKey {
        require(
                !name.isBlank()
                        && name.length() <= LONGEST_NAME
                        && name.equals(name.strip())
                        && isVisible(name),
                "a name has 1 to 64 characters that can be seen");
        require(network.matches("[a-z0-9-]{1,64}"), "a network is named by its chain ID");
        require(address.matches("([0-9a-f]{16})?"), "an address has 16 hex digits");
        require(keyIndex >= 0, "a key index is not negative");
        require(
                file.length() <= LONGEST_FILE && isVisible(file),
                "a path has at most 255 characters that can be seen");
        require(hash.signsForAccounts(), "accounts hash with SHA2_256 or SHA3_256");
    }

    /** This key under another name. */
    public VaultKey named(String other) {
        return new VaultKey(other, network, hash, address, keyIndex, created, file, publicKey);
    }

    /** This key as one of an account's. */
    public VaultKey on(String account, int index) {
        return new VaultKey(name, network, hash, account, index, created, file, publicKey);
    }

    /** This key with the file that has it too. */
    public VaultKey in(String path) {
        return new VaultKey(
                name, network, hash, address, keyIndex, created, noted(path), publicKey);
    }

    /** A path as it is kept: none when it cannot be. */
    static String noted(String path) {
        return path.length() <= LONGEST_FILE && isVisible(path) ? path : "";
    }

    private static boolean isVisible(String text) {
        return text.codePoints()
                .noneMatch(
                        point ->
                                Character.isISOControl(point)
                                        || Character.getType(point) == Character.SURROGATE);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw VaultFault.of(VaultFault.Kind.UNUSABLE_TEXT, "", "reason", otherwise);
        }
    }
}
