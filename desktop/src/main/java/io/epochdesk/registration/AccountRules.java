package io.epochdesk.registration;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.accounts.OnChainKey;
import io.epochdesk.cadence.AddressSpace;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.keys.AccountPublicKey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold of the account that signs, whatever it signs. */
final class AccountRules {

    private static final String KEYS = "Account.keys";

    private AccountRules() {}

    static void look(Inquiry inquiry) {
        FlowAddress account = inquiry.chain.owner();
        inquiry.must(
                Check.ADDRESS_OF_NETWORK,
                AddressSpace.of(inquiry.network.chain().value()).has(account),
                List.of(inquiry.entered(Field.ACCOUNT)),
                "account",
                account.toString(),
                "network",
                inquiry.network.chain().value());
        Optional<OnChainAccount> found = inquiry.chain.signer();
        inquiry.must(
                Check.ACCOUNT_THERE,
                found.isPresent(),
                List.of(inquiry.told("account", account, "getAuthAccount")),
                "account",
                account.toString());
        found.ifPresent(there -> keys(inquiry, there));
    }

    private static void keys(Inquiry inquiry, OnChainAccount account) {
        List<Evidence> evidence = new ArrayList<>();
        String wrong = "";
        int weight = 0;
        for (int index : inquiry.values.signingKeys()) {
            Optional<OnChainKey> key = account.key(index);
            evidence.add(
                    inquiry.told("key " + index, key.map(AccountRules::told).orElse("none"), KEYS));
            if (key.isEmpty() || key.get().revoked() || !isAtHand(inquiry, key.get())) {
                wrong = wrong.isEmpty() ? Integer.toString(index) : wrong;
            } else {
                weight += key.get().weight();
            }
        }
        inquiry.must(
                Check.SIGNING_KEYS,
                wrong.isEmpty(),
                evidence,
                "account",
                account.address().toString(),
                "key",
                wrong);
        inquiry.must(
                Check.WEIGHT,
                weight >= OnChainKey.FULL_WEIGHT,
                evidence,
                "weight",
                Integer.toString(weight));
    }

    private static String told(OnChainKey key) {
        return "%s %s, weight %d%s"
                .formatted(
                        key.signatureAlgorithm(),
                        key.publicKey(),
                        key.weight(),
                        key.revoked() ? ", revoked" : "");
    }

    private static boolean isAtHand(Inquiry inquiry, OnChainKey key) {
        AccountPublicKey held = inquiry.keysAtHand.get(key.index());
        return held == null
                || (held.hex().equals(key.publicKey())
                        && held.algorithm() == key.signatureAlgorithm());
    }

    /**
     * The highest fee: before any fee is taken, the balance less the maximum must still cover what
     * the account's storage reserves (flow-go {@code fvm/transactionStorageLimiter.go}).
     *
     * @param outflow FLOW of the balance that the transaction itself takes at most
     */
    static void fee(Inquiry inquiry, BigDecimal outflow) {
        OnChainAccount account = inquiry.chain.signer().orElse(null);
        if (account == null) {
            return;
        }
        BigDecimal fee = inquiry.chain.fees().maximumFee();
        BigDecimal left = account.balance().subtract(outflow);
        BigDecimal least = inquiry.chain.fees().leastBalance(account);
        inquiry.must(
                Check.FEE_COVERED,
                left.compareTo(least) >= 0,
                List.of(
                        inquiry.told("balance", Amounts.text(account.balance()), "Account.balance"),
                        inquiry.told("highest fee", Amounts.text(fee), "FlowFees.getFeeParameters"),
                        inquiry.told(
                                "reservation",
                                Amounts.text(account.reserved()),
                                "FlowStorageFees.defaultTokenReservedBalance")),
                "left",
                Amounts.text(left.max(BigDecimal.ZERO)),
                "fee",
                Amounts.text(fee),
                "reserved",
                Amounts.text(least.subtract(fee)));
    }
}
