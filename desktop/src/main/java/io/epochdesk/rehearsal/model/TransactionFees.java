package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.field;

import io.epochdesk.cadence.FlowAddress;

import java.math.BigInteger;

/**
 * What a transaction costs and what its payer must have: the contracts FlowFees and
 * FlowStorageFees, as the execution of every transaction calls them. Amounts are {@link UFix64}.
 */
public final class TransactionFees {

    /** The inclusion effort of every transaction, 1.0 (flow-go {@code InclusionEffort}). */
    private static final long INCLUSION_EFFORT = UFix64.ONE;

    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private TransactionFees() {}

    /**
     * {@code FlowFees.computeFees}.
     *
     * @param computation computation units; as an execution effort each counts 0.00000001
     */
    public static long of(World world, long computation) throws Aborted {
        FeeParameters fees = world.fees();
        long effort =
                UFix64.plus(
                        UFix64.times(INCLUSION_EFFORT, fees.inclusionEffortCost()),
                        UFix64.times(computation, fees.executionEffortCost()));
        return UFix64.times(fees.surgeFactor(), effort);
    }

    /**
     * {@code FlowStorageFees.defaultTokenReservedBalance}: what the account must keep for the
     * storage it uses; without it, it can pay for nothing.
     */
    public static long reserved(World world, Account account) throws Aborted {
        long perFlow = world.storage().megabytesPerFlow();
        long megabytes = account.storageUsed() * (UFix64.ONE / BYTES_PER_MEGABYTE);
        long used = perFlow == 0 ? 0 : UFix64.dividedBy(megabytes, perFlow);
        return Math.max(used, world.storage().minimumReservation());
    }

    /**
     * {@code FlowStorageFees.accountBalanceToAccountStorageCapacity}.
     *
     * @param held what the account may still have to pay in fees
     * @return bytes the account may use
     */
    public static long capacity(World world, Account account, long held) {
        long balance = Math.max(0, account.balance() - held);
        if (balance < world.storage().minimumReservation()) {
            return 0;
        }
        // A UFix64 holds the megabytes of any balance; a long of a very rich account's does not.
        return BigInteger.valueOf(balance)
                .multiply(BigInteger.valueOf(world.storage().megabytesPerFlow()))
                .divide(BigInteger.valueOf(UFix64.ONE))
                .divide(BigInteger.valueOf(UFix64.ONE / BYTES_PER_MEGABYTE))
                .longValueExact();
    }

    /**
     * {@code FlowFees.deductTransactionFee}: takes the fee, or all there is when it is more, and
     * says so in events.
     *
     * @param computation computation units used
     */
    public static void deduct(Draft draft, FlowAddress payer, long computation) throws Aborted {
        Account account = draft.account(payer);
        long fee = Math.min(of(draft.world(), computation), account.balance());
        if (of(draft.world(), computation) == 0) {
            return;
        }
        FlowAddress fees = draft.world().contract("FlowFees");
        long left = account.balance() - fee;
        VaultMove move = VaultMove.from(draft, payer, fee, left);
        draft.set(draft.world().with(account.withBalance(left)));
        long collected = UFix64.plus(draft.world().feeVault(), fee);
        move.into(draft, fees, collected);
        draft.set(draft.world().withFeeVault(collected));
        draft.emit(
                "FlowFees",
                "FeesDeducted",
                field("amount", UFix64.value(fee)),
                field("inclusionEffort", UFix64.value(INCLUSION_EFFORT)),
                field("executionEffort", UFix64.value(computation)));
    }
}
