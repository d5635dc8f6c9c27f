package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint64;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;

import org.jspecify.annotations.Nullable;

/**
 * FLOW on its way from one vault to another, with the events that FlowToken and FungibleToken emit
 * when it leaves and when it arrives.
 *
 * @param amount how much, as a {@link UFix64}
 * @param uuid the identifier of the vault it travels in
 */
record VaultMove(long amount, long uuid) {

    /**
     * Tokens that left a vault.
     *
     * @param owner where the vault lies, null for one that is itself on its way
     */
    static VaultMove from(
            Draft draft, @Nullable FlowAddress owner, long amount, long balanceAfter) {
        long uuid = draft.nextUuid();
        CadenceValue from = optional(owner == null ? null : address(owner));
        if (!isSilent(draft, owner)) {
            draft.emit(
                    "FlowToken",
                    "TokensWithdrawn",
                    field("amount", UFix64.value(amount)),
                    field("from", from));
        }
        draft.emit(
                "FungibleToken",
                "Withdrawn",
                field("type", string(vaultType(draft))),
                field("amount", UFix64.value(amount)),
                field("from", from),
                field("fromUUID", uint64(vaultUuid(owner))),
                field("withdrawnUUID", uint64(uuid)),
                field("balanceAfter", UFix64.value(balanceAfter)));
        return new VaultMove(amount, uuid);
    }

    /** Lets them arrive in a vault. */
    void into(Draft draft, FlowAddress owner, long balanceAfter) {
        CadenceValue to = optional(address(owner));
        if (!isSilent(draft, owner)) {
            draft.emit(
                    "FlowToken",
                    "TokensDeposited",
                    field("amount", UFix64.value(amount)),
                    field("to", to));
        }
        draft.emit(
                "FungibleToken",
                "Deposited",
                field("type", string(vaultType(draft))),
                field("amount", UFix64.value(amount)),
                field("to", to),
                field("toUUID", uint64(vaultUuid(owner))),
                field("depositedUUID", uint64(uuid)),
                field("balanceAfter", UFix64.value(balanceAfter)));
    }

    /** FlowToken says nothing of the account of the staking contract. */
    private static boolean isSilent(Draft draft, @Nullable FlowAddress owner) {
        return draft.world().contract(FlowIdTableStaking.CONTRACT).equals(owner);
    }

    private static String vaultType(Draft draft) {
        return draft.world().typeId("FlowToken", "Vault");
    }

    /** Vaults that stay where they are are told apart by their owner. */
    private static long vaultUuid(@Nullable FlowAddress owner) {
        return owner == null ? 0 : owner.value() & Long.MAX_VALUE;
    }
}
