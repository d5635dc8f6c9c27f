package io.epochdesk.rehearsal.model;

import io.epochdesk.cadence.FlowAddress;

import java.util.List;

/** What the transactions do that any account can sign. */
final class AccountTransactions {

    private final StakingSignatures signatures;

    AccountTransactions(StakingSignatures signatures) {
        this.signatures = signatures;
    }

    /** {@code transfer_flow.cdc}. */
    static void transfer(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        FlowTokens.transfer(draft, signer, arguments.address(1), arguments.ufix64(0));
    }

    /** {@code refill_accounts.cdc}. */
    static void refill(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        List<FlowAddress> accounts = arguments.addresses(0);
        List<Long> amounts = arguments.amounts(1);
        if (accounts.size() != amounts.size()) {
            throw Aborted.panic("There must be one amount for each account");
        }
        for (int i = 0; i < accounts.size(); i++) {
            FlowTokens.transfer(draft, signer, accounts.get(i), amounts.get(i));
        }
    }

    /** {@code add_key.cdc}. */
    void addKey(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        new NewKey(
                        arguments.string(0),
                        (int) arguments.integer(1),
                        (int) arguments.integer(2),
                        arguments.ufix64(3))
                .addTo(draft, signatures, signer);
    }

    /** {@code revoke_key.cdc}. */
    static void revokeKey(Draft draft, FlowAddress signer, Arguments arguments) throws Aborted {
        Accounts.revoke(draft, signer, arguments.integer(0));
    }
}
