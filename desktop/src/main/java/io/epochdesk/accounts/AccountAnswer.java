package io.epochdesk.accounts;

import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Shape;
import io.epochdesk.keys.HashAlgorithm;
import io.epochdesk.keys.SignatureAlgorithm;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what the scripts of this room answer. */
public final class AccountAnswer {

    private AccountAnswer() {}

    /**
     * Reads the answer of the script {@code accounts}: accounts by address; those that are not
     * there are left out.
     *
     * @throws io.epochdesk.fault.FaultException when the answer is not one the chain can give
     */
    public static Map<FlowAddress, OnChainAccount> accounts(Shape answer) {
        Map<FlowAddress, OnChainAccount> found = new HashMap<>();
        for (Optional<OnChainAccount> each :
                answer.list(account -> account.optional(AccountAnswer::account))) {
            each.ifPresent(account -> found.put(account.address(), account));
        }
        return found;
    }

    private static OnChainAccount account(Shape account) {
        return new OnChainAccount(
                account.field("address").asAddress(),
                account.field("balance").asUFix64(),
                account.field("availableBalance").asUFix64(),
                account.field("reservedBalance").asUFix64(),
                account.field("storageUsed").asUInt64(),
                account.field("storageCapacity").asUInt64(),
                account.field("keys").list(AccountAnswer::key),
                account.field("voterOf").optional(Shape::asString).orElse(null),
                account.field("participantOf").optional(Shape::asString).orElse(null),
                account.field("hasStakingCollection").asBool(),
                account.field("withdrawals").asInt(),
                account.field("accountCapabilities").asInt(),
                account.field("holdsStake").asBool());
    }

    private static OnChainKey key(Shape key) {
        return new OnChainKey(
                key.field("index").asInt(),
                key.field("publicKey").asString(),
                SignatureAlgorithm.ofCadenceIndex(key.field("signatureAlgorithm").asUInt8()),
                HashAlgorithm.ofCadenceIndex(key.field("hashAlgorithm").asUInt8()),
                weight(key.field("weight")),
                key.field("revoked").asBool());
    }

    /** Cadence writes weights as fixed-point numbers; the chain keeps whole ones. */
    private static int weight(Shape weight) {
        BigDecimal value = weight.asUFix64();
        try {
            return value.intValueExact();
        } catch (ArithmeticException e) {
            throw weight.unexpected("a whole weight", value.toPlainString());
        }
    }

    /**
     * Reads a {@code FeesAnswer} of the script {@code fees}.
     *
     * @throws io.epochdesk.fault.FaultException when the answer is not one the chain can give
     */
    public static FeeSchedule fees(Shape answer) {
        return new FeeSchedule(
                answer.field("surgeFactor").asUFix64(),
                answer.field("inclusionEffortCost").asUFix64(),
                answer.field("executionEffortCost").asUFix64(),
                answer.field("minimumStorageReservation").asUFix64(),
                answer.field("storageMegaBytesPerReservedFlow").asUFix64());
    }
}
