package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint64;

import io.epochdesk.cadence.FlowAddress;

/**
 * FLOW on its way from one vault to another, with the events that FlowToken and FungibleToken emit
 * when it leaves and when it arrives.
 *
 * @param amount how much, as a {@link UFix64}
 * @param uuid the identifier of the vault it travels in
 */
record VaultMove(long amount, long uuid) {

    /** Tokens that left a vault. */
    static VaultMove from(Draft draft, FlowAddress owner, long amount, long balanceAfter) {
        long uuid = draft.nextUuid();
        if (!isSilent(draft, owner)) {
            draft.emit(
                    "FlowToken",
                    "TokensWithdrawn",
                    field("amount", UFix64.value(amount)),
                    field("from", optional(address(owner))));
        }
        draft.emit(
                "FungibleToken",
                "Withdrawn",
                field("type", string(vaultType(draft))),
                field("amount", UFix64.value(amount)),
                field("from", optional(address(owner))),
                field("fromUUID", uint64(vaultUuid(owner))),
                field("withdrawnUUID", uint64(uuid)),
                field("balanceAfter", UFix64.value(balanceAfter)));
        return new VaultMove(amount, uuid);
    }

    /** Lets them arrive in a vault. */
    void into(Draft draft, FlowAddress owner, long balanceAfter) {
        if (!isSilent(draft, owner)) {
            draft.emit(
                    "FlowToken",
                    "TokensDeposited",
                    field("amount", UFix64.value(amount)),
                    field("to", optional(address(owner))));
        }
        draft.emit(
                "FungibleToken",
                "Deposited",
                field("type", string(vaultType(draft))),
                field("amount", UFix64.value(amount)),
                field("to", optional(address(owner))),
                field("toUUID", uint64(vaultUuid(owner))),
                field("depositedUUID", uint64(uuid)),
                field("balanceAfter", UFix64.value(balanceAfter)));
    }

    /** FlowToken says nothing of the account of the staking contract. */
    private static boolean isSilent(Draft draft, FlowAddress owner) {
        return owner.equals(draft.world().contract(FlowIdTableStaking.CONTRACT));
    }

    private static String vaultType(Draft draft) {
        return draft.world().typeId("FlowToken", "Vault");
    }

    /** Vaults that stay where they are are told apart by their owner. */
    private static long vaultUuid(FlowAddress owner) {
        return owner.value() & Long.MAX_VALUE;
    }
}
