package io.epochdesk.registration.view;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPublicKey;
import io.epochdesk.keys.vault.Vault;
import io.epochdesk.keys.vault.VaultDoor;
import io.epochdesk.keys.vault.VaultKey;
import io.epochdesk.keys.vault.VaultSession;
import io.epochdesk.registration.KeyRing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The keys of the vault that can sign on a network, by account. Reads the disk: not on the FX
 * thread.
 */
public final class Signers {

    private final VaultDoor door;
    private final VaultSession session;
    private final String network;

    /**
     * Keys of a vault.
     *
     * @param network chain ID they have to be bound to
     */
    public Signers(VaultDoor door, VaultSession session, String network) {
        this.door = door;
        this.session = session;
        this.network = network;
    }

    /** How the vault stands. */
    public enum State {
        /** There is none. */
        ABSENT,
        /** It has to be unlocked to know its keys. */
        LOCKED,
        /** It is unlocked. */
        OPEN
    }

    /**
     * An account that the vault has keys of.
     *
     * @param address its address
     * @param keys the keys, by index
     */
    record SigningAccount(FlowAddress address, List<VaultKey> keys) {

        SigningAccount {
            keys = List.copyOf(keys);
        }

        /** Their indices, as a flow takes them. */
        String indices() {
            return keys.stream()
                    .map(key -> Integer.toString(key.keyIndex()))
                    .collect(Collectors.joining(", "));
        }

        /** Their names. */
        String names() {
            return keys.stream().map(VaultKey::name).collect(Collectors.joining(", "));
        }
    }

    /**
     * What is known of the vault at this moment.
     *
     * @param state how it stands
     * @param accounts the accounts it can sign for on the network
     * @param unassigned keys of the network that belong to no account yet
     */
    record Look(State state, List<SigningAccount> accounts, List<VaultKey> unassigned) {

        Look {
            accounts = List.copyOf(accounts);
            unassigned = List.copyOf(unassigned);
        }

        /** Nothing is known. */
        static Look locked() {
            return new Look(State.LOCKED, List.of(), List.of());
        }

        Optional<SigningAccount> account(FlowAddress address) {
            return accounts.stream().filter(one -> one.address().equals(address)).findFirst();
        }
    }

    /** Looks. */
    Look look() {
        if (!session.look()) {
            return new Look(
                    door.store().exists() ? State.LOCKED : State.ABSENT, List.of(), List.of());
        }
        Map<FlowAddress, List<VaultKey>> byAccount = new TreeMap<>();
        List<VaultKey> unassigned = new ArrayList<>();
        for (VaultKey key : session.use().keys()) {
            if (key.network().equals(network)) {
                if (key.address().isEmpty()) {
                    unassigned.add(key);
                } else {
                    byAccount
                            .computeIfAbsent(FlowAddress.of(key.address()), _ -> new ArrayList<>())
                            .add(key);
                }
            }
        }
        return new Look(
                State.OPEN,
                byAccount.entrySet().stream()
                        .map(each -> new SigningAccount(each.getKey(), each.getValue()))
                        .toList(),
                unassigned);
    }

    /**
     * Public keys of an account that are in the unlocked vault, by index; empty while it is locked.
     */
    Map<Integer, AccountPublicKey> keysAtHand(FlowAddress account) {
        Map<Integer, AccountPublicKey> keys = new HashMap<>();
        look().account(account)
                .ifPresent(
                        found ->
                                found.keys()
                                        .forEach(key -> keys.put(key.keyIndex(), key.publicKey())));
        return keys;
    }

    /** The ring of an unlocked vault. */
    static KeyRing ring(Vault vault) {
        return (network, account, index) -> vault.signer(network, account.hex(), index);
    }

    /** What opens the vault. */
    VaultDoor door() {
        return door;
    }

    /** The unlocked vault, while it is. */
    VaultSession session() {
        return session;
    }
}
