package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.address;
import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.bool;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.integer;
import static io.epochdesk.cadence.CadenceValues.nil;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint64;
import static io.epochdesk.cadence.CadenceValues.uint8;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.CompositeKind;
import io.epochdesk.cadence.FlowAddress;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What the scripts about accounts and costs answer. */
final class AccountScripts {

    private AccountScripts() {}

    /** {@code accounts.cdc}. */
    static CadenceValue accounts(World world, Moment moment, Arguments arguments) throws Aborted {
        List<CadenceValue> answers = new ArrayList<>();
        for (FlowAddress address : arguments.addresses(0)) {
            Account account = world.account(address);
            answers.add(account == null ? nil() : optional(account(world, account)));
        }
        return array(answers);
    }

    static CadenceValue account(World world, Account account) throws Aborted {
        Stored.Voter voter = account.stored(StoragePaths.VOTER, Stored.Voter.class);
        Stored.Participant participant =
                account.stored(StoragePaths.PARTICIPANT, Stored.Participant.class);
        long reserved = TransactionFees.reserved(world, account);
        return ScriptStruct.of(
                "AccountAnswer",
                field("address", address(account.address())),
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
                field("hasStakingCollection", bool(FlowStakingCollection.of(account) != null)),
                field("withdrawals", integer(account.withdrawals())),
                field("accountCapabilities", integer(account.accountCapabilities())),
                field("holdsStake", bool(holdsStake(account))));
    }

    private static boolean holdsStake(Account account) {
        Stored.StakingCollection collection = FlowStakingCollection.of(account);
        return account.stored(StoragePaths.STAKER, Stored.NodeStaker.class) != null
                || (collection != null && !collection.nodes().isEmpty());
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

    /** {@code collections.cdc}. */
    static CadenceValue collections(World world, Moment moment, Arguments arguments) {
        List<CadenceValue> answers = new ArrayList<>();
        for (FlowAddress owner : arguments.addresses(0)) {
            Stored.StakingCollection collection = FlowStakingCollection.of(world.account(owner));
            answers.add(
                    collection == null
                            ? nil()
                            : optional(collection(world, moment, owner, collection)));
        }
        return array(answers);
    }

    static CadenceValue collection(
            World world, Moment moment, FlowAddress owner, Stored.StakingCollection collection) {
        return ScriptStruct.of(
                "CollectionAnswer",
                field("owner", address(owner)),
                field("nodeIds", ContractValues.strings(collection.nodes().keys())),
                field("machineAccounts", machines(world, moment, collection)),
                field("unlockedTokensUsed", UFix64.value(collection.unlockedTokensUsed())),
                field("lockedTokensUsed", UFix64.value(0)));
    }

    private static CadenceValue machines(
            World world, Moment moment, Stored.StakingCollection collection) {
        List<Entry> entries = new ArrayList<>();
        collection
                .machineAccounts()
                .forEach(
                        (nodeId, machine) ->
                                entries.add(
                                        new Entry(
                                                string(nodeId),
                                                machine(
                                                        world,
                                                        moment,
                                                        collection,
                                                        nodeId,
                                                        machine))));
        return new CadenceValue.DictionaryValue(entries);
    }

    private static CadenceValue machine(
            World world,
            Moment moment,
            Stored.StakingCollection collection,
            String nodeId,
            FlowAddress machine) {
        Integer role = collection.nodes().get(nodeId);
        Capabilities capabilities = new Capabilities(new Draft(world, moment), machine);
        return CadenceValues.composite(
                CompositeKind.STRUCT,
                world.typeId("FlowStakingCollection", "MachineAccountInfo"),
                field("nodeID", string(nodeId)),
                field("role", uint8(role == null ? 0 : role)),
                field(
                        "machineAccountVaultProvider",
                        new CadenceValue.CapabilityValue(
                                BigInteger.valueOf(Account.FIRST_CAPABILITIES + 1L),
                                machine,
                                capabilities.withdrawableVault())));
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
