package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.integer;

import io.epochdesk.cadence.CadenceType;
import io.epochdesk.cadence.FlowAddress;

/** New accounts, {@code Account(payer:)}, and keys that are revoked. */
final class Accounts {

    private static final String FEES = "FlowFees";

    private Accounts() {}

    /**
     * Creates an account. The payer gives it the minimum reservation; the creation fee is zero, and
     * the events tell so.
     */
    static FlowAddress create(Draft draft, FlowAddress payer) throws Aborted {
        draft.requireTransaction("CreateAccount");
        long reserve = draft.world().storage().minimumReservation();
        FlowTokens.withdraw(draft, payer, reserve);
        VaultMove start = VaultMove.from(draft, null, reserve, 0);
        new VaultMove(0, start.uuid())
                .into(draft, draft.world().contract(FEES), draft.world().feeVault());
        draft.emit(FEES, "TokensDeposited", field("amount", UFix64.value(0)));
        long index = draft.world().lastAddressIndex() + 1;
        FlowAddress created = AddressGenerator.address(index);
        draft.set(draft.world().withAddressIndex(index));
        draft.put(Account.empty(created));
        Capabilities capabilities = new Capabilities(draft, created);
        CadenceType vault = capabilities.vault();
        capabilities.publish(
                capabilities.issued(1, vault, StoragePaths.VAULT), "flowTokenReceiver");
        capabilities.publish(capabilities.issued(2, vault, StoragePaths.VAULT), "flowTokenBalance");
        FlowTokens.deposit(draft, created, start);
        draft.emitOfFlow("AccountCreated", field("address", address(created)));
        return created;
    }

    /** {@code account.keys.revoke}, with the words of {@code revoke_key.cdc} for no such key. */
    static void revoke(Draft draft, FlowAddress owner, long index) throws Aborted {
        if (index < 0 || index > Integer.MAX_VALUE) {
            throw Aborted.runtime("overflow");
        }
        Account account = draft.account(owner);
        AccountKey key = account.key((int) index);
        if (key == null) {
            throw Aborted.panic("The account has no key with the index " + index);
        }
        draft.put(account.withKey(key.revokedKey()));
        draft.emitOfFlow(
                "AccountKeyRemoved",
                field("address", address(owner)),
                field("publicKey", integer(index)));
    }
}
