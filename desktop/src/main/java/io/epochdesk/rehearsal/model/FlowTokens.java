package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

/** FLOW in accounts: the contracts FlowToken and FungibleToken. */
final class FlowTokens {

    private FlowTokens() {}

    /** {@code Vault.withdraw} on an account's vault. */
    static VaultMove withdraw(Draft draft, FlowAddress from, long amount) throws Aborted {
        Account account = draft.account(from);
        if (amount > account.balance()) {
            throw Aborted.precondition(
                    "FungibleToken.Vault.withdraw: Cannot withdraw tokens! The amount requested to"
                            + " be withdrawn ("
                            + UFix64.text(amount)
                            + ") is greater than the balance of the Vault ("
                            + UFix64.text(account.balance())
                            + ").");
        }
        long left = account.balance() - amount;
        draft.put(account.withBalance(left));
        return VaultMove.from(draft, from, amount, left);
    }

    /** {@code Vault.deposit} on an account's vault. */
    static void deposit(Draft draft, FlowAddress to, VaultMove tokens) throws Aborted {
        Account account = draft.account(to);
        long then = UFix64.plus(account.balance(), tokens.amount());
        draft.put(account.withBalance(then));
        tokens.into(draft, to, then);
    }

    /** From one account to another. */
    static void transfer(Draft draft, FlowAddress from, FlowAddress to, long amount)
            throws Aborted {
        if (draft.world().account(to) == null) {
            throw Aborted.panic("The account " + to + " cannot receive FLOW");
        }
        deposit(draft, to, withdraw(draft, from, amount));
    }
}
