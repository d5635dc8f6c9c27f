package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * An account.
 *
 * @param address where it is
 * @param balance FLOW in its vault, as a {@link UFix64}
 * @param keys its keys in the order of their indices
 * @param stored what it stores besides its vault, by the identifier of the storage path
 * @param capabilities how many capabilities it has issued; the next gets the next number
 * @param withdrawals how many of them allow to take from its vault
 * @param accountCapabilities how many capabilities allow to act as the account
 * @param storageUsed bytes of storage in use
 */
public record Account(
        FlowAddress address,
        long balance,
        List<AccountKey> keys,
        PersistentMap<String, Stored> stored,
        long capabilities,
        long withdrawals,
        long accountCapabilities,
        long storageUsed) {

    public Account {
        keys = List.copyOf(keys);
    }

    /** Capabilities every account is made with: to receive FLOW, and to show its balance. */
    static final int FIRST_CAPABILITIES = 2;

    /** A new account with an empty vault and no key. */
    public static Account empty(FlowAddress address) {
        return new Account(
                address,
                0,
                List.of(),
                PersistentMap.empty(),
                FIRST_CAPABILITIES,
                0,
                0,
                StorageSizes.ACCOUNT);
    }

    /** What is stored at a path, or null when nothing is or something else. */
    public <T extends Stored> @Nullable T stored(String path, Class<T> type) {
        Stored value = stored.get(path);
        return type.isInstance(value) ? type.cast(value) : null;
    }

    /** The key of an index, or null. */
    public @Nullable AccountKey key(int index) {
        return index >= 0 && index < keys.size() ? keys.get(index) : null;
    }

    /** This account with another balance. */
    public Account withBalance(long raw) {
        return new Account(
                address,
                raw,
                keys,
                stored,
                capabilities,
                withdrawals,
                accountCapabilities,
                storageUsed);
    }

    /** This account with a key in the place of the one of the same index, or at the end. */
    public Account withKey(AccountKey key) {
        List<AccountKey> changed = new ArrayList<>(keys);
        long size = storageUsed;
        if (key.index() == keys.size()) {
            changed.add(key);
            size += StorageSizes.KEY;
        } else {
            changed.set(key.index(), key);
        }
        return new Account(
                address,
                balance,
                changed,
                stored,
                capabilities,
                withdrawals,
                accountCapabilities,
                size);
    }

    /** This account with something stored. */
    public Account withStored(String path, Stored value) {
        long before = stored.containsKey(path) ? StorageSizes.of(stored.get(path)) : 0;
        return new Account(
                address,
                balance,
                keys,
                stored.with(path, value),
                capabilities,
                withdrawals,
                accountCapabilities,
                storageUsed - before + StorageSizes.of(value));
    }

    /** This account without what was stored at a path. */
    Account withoutStored(String path) {
        return new Account(
                address,
                balance,
                keys,
                stored.without(path),
                capabilities,
                withdrawals,
                accountCapabilities,
                storageUsed - StorageSizes.of(stored.get(path)));
    }

    /** This account after it issued a capability, which may allow to take from its vault. */
    Account issuing(boolean withdrawal) {
        return new Account(
                address,
                balance,
                keys,
                stored,
                capabilities + 1,
                withdrawals + (withdrawal ? 1 : 0),
                accountCapabilities,
                storageUsed + StorageSizes.CAPABILITY);
    }
}
