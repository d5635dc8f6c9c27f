package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.bool;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.integer;
import static io.epochdesk.cadence.CadenceValues.nil;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint64;
import static io.epochdesk.cadence.CadenceValues.uint8;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.FlowAddress;

/** What the scripts about accounts and costs answer. */
final class AccountScripts {

    private AccountScripts() {}

    /** {@code account.cdc}. */
    static CadenceValue account(World world, Moment moment, Arguments arguments) throws Aborted {
        FlowAddress at = arguments.address(0);
        Account account = world.account(at);
        if (account == null) {
            throw Aborted.environment(
                    Aborted.NO_ACCOUNT,
                    "get storage used failed: failed to get storage used: [Error Code: 1201]"
                            + " account not found for address "
                            + at.hex());
        }
        Stored.Voter voter = account.stored(StoragePaths.VOTER, Stored.Voter.class);
        Stored.Participant participant =
                account.stored(StoragePaths.PARTICIPANT, Stored.Participant.class);
        long reserved = TransactionFees.reserved(world, account);
        return ScriptStruct.of(
                "AccountAnswer",
                field("address", address(at)),
                field("balance", UFix64.value(account.balance())),
                field("availableBalance", UFix64.value(Math.max(0, account.balance() - reserved))),
                field("reservedBalance", UFix64.value(reserved)),
                field("storageUsed", uint64(account.storageUsed())),
                field("storageCapacity", uint64(TransactionFees.capacity(world, account, 0))),
                field("keys", ContractValues.list(account.keys(), AccountScripts::key)),
                field("voterOf", ContractValues.text(voter == null ? null : voter.nodeId())),
                field(
                        "participantOf",
                        ContractValues.text(participant == null ? null : participant.nodeId())),
                field("hasStakingCollection", bool(FlowStakingCollection.of(account) != null)));
    }

    private static CadenceValue key(AccountKey key) {
        return ScriptStruct.of(
                "KeyAnswer",
                field("index", integer(key.index())),
                field("publicKey", string(key.publicKey())),
                field("signatureAlgorithm", uint8(key.signatureAlgorithm().cadence())),
                field("hashAlgorithm", uint8(key.hashAlgorithm().code())),
                field("weight", UFix64.value(UFix64.of(key.weight()))),
                field("revoked", bool(key.revoked())));
    }

    /** {@code machine_accounts.cdc}. */
    static CadenceValue machineAccounts(World world, Moment moment, Arguments arguments) {
        Stored.StakingCollection collection =
                FlowStakingCollection.of(world.account(arguments.address(0)));
        return collection == null ? nil() : optional(machines(collection));
    }

    /** {@code collection.cdc}. */
    static CadenceValue collection(World world, Moment moment, Arguments arguments) {
        Stored.StakingCollection collection =
                FlowStakingCollection.of(world.account(arguments.address(0)));
        return collection == null
                ? nil()
                : optional(
                        ScriptStruct.of(
                                "CollectionAnswer",
                                field("nodeIds", ContractValues.strings(collection.nodes().keys())),
                                field("machineAccounts", machines(collection)),
                                field(
                                        "unlockedTokensUsed",
                                        UFix64.value(collection.unlockedTokensUsed())),
                                field("lockedTokensUsed", UFix64.value(0))));
    }

    private static CadenceValue machines(Stored.StakingCollection collection) {
        return ContractValues.dictionary(collection.machineAccounts(), CadenceValues::address);
    }

    /** {@code fees.cdc}. */
    static CadenceValue fees(World world, Moment moment, Arguments arguments) {
        FeeParameters fees = world.fees();
        StorageParameters storage = world.storage();
        return ScriptStruct.of(
                "FeesAnswer",
                field("surgeFactor", UFix64.value(fees.surgeFactor())),
                field("inclusionEffortCost", UFix64.value(fees.inclusionEffortCost())),
                field("executionEffortCost", UFix64.value(fees.executionEffortCost())),
                field("minimumStorageReservation", UFix64.value(storage.minimumReservation())),
                field("storageMegaBytesPerReservedFlow", UFix64.value(storage.megabytesPerFlow())));
    }
}
