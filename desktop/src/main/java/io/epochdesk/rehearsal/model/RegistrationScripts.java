package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.bool;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.nil;
import static io.epochdesk.cadence.CadenceValues.optional;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint16;
import static io.epochdesk.cadence.CadenceValues.uint64;
import static io.epochdesk.cadence.CadenceValues.uint8;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.FlowAddress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What the checks before a registration ask. */
final class RegistrationScripts {

    private RegistrationScripts() {}

    /** {@code circumstances.cdc}. */
    static CadenceValue circumstances(World world, Moment moment, Arguments arguments)
            throws Aborted {
        FlowAddress owner = arguments.address(0);
        Epoch epoch = world.epoch();
        EpochMetadata current = epoch.current();
        List<FlowAddress> asked = new ArrayList<>(List.of(owner));
        asked.addAll(arguments.addresses(1));
        List<CadenceValue> accounts = new ArrayList<>();
        for (FlowAddress address : asked) {
            Account account = world.account(address);
            accounts.add(
                    account == null ? nil() : optional(AccountScripts.account(world, account)));
        }
        PersistentMap<String, Boolean> claims = world.staking().claims();
        return ScriptStruct.of(
                "CircumstancesAnswer",
                field("view", uint64(moment.view())),
                field("phase", uint8(epoch.phase().rawValue())),
                field("counter", uint64(epoch.counter())),
                field("stakingEndView", uint64(current == null ? 0 : current.stakingEndView())),
                field("votingInProgress", bool(world.quorum().inProgress())),
                field("dkgEnabled", bool(world.dkg().enabled())),
                field("fees", AccountScripts.fees(world, moment, arguments)),
                field("accounts", array(accounts)),
                field("collections", array(collection(world, moment, owner))),
                field("table", StakingScripts.standings(world, moment, arguments.from(2))),
                field(
                        "claims",
                        ScriptStruct.of(
                                "ClaimsAnswer",
                                field(
                                        "networkingAddress",
                                        bool(claims.containsKey(arguments.string(3)))),
                                field(
                                        "networkingKey",
                                        bool(claims.containsKey(arguments.string(4)))),
                                field(
                                        "stakingKey",
                                        bool(claims.containsKey(arguments.string(5)))))),
                field("parts", parts(world, arguments.strings(2))),
                field("purse", purse(world.account(owner))));
    }

    private static CadenceValue collection(World world, Moment moment, FlowAddress owner) {
        Stored.StakingCollection collection = FlowStakingCollection.of(world.account(owner));
        return collection == null
                ? nil()
                : optional(AccountScripts.collection(world, moment, owner, collection));
    }

    private static CadenceValue parts(World world, List<String> nodeIds) {
        List<Entry> parts = new ArrayList<>();
        for (String nodeId : nodeIds) {
            parts.add(new Entry(string(nodeId), part(world, nodeId)));
        }
        return new CadenceValue.DictionaryValue(parts);
    }

    private static CadenceValue part(World world, String nodeId) {
        Cluster cluster =
                world.quorum().clusters().stream()
                        .filter(each -> each.nodeWeights().containsKey(nodeId))
                        .findFirst()
                        .orElse(null);
        DistributedKeyGeneration dkg = world.dkg();
        return ScriptStruct.of(
                "EpochPartAnswer",
                field("approved", bool(world.staking().approved().containsKey(nodeId))),
                field("voterClaimed", bool(world.quorum().claimed().containsKey(nodeId))),
                field("participantClaimed", bool(dkg.claimed().containsKey(nodeId))),
                field("cluster", optional(cluster == null ? null : uint16(cluster.index()))),
                field("voted", bool(cluster != null && cluster.votes().containsKey(nodeId))),
                field("participates", bool(dkg.committee().containsKey(nodeId))),
                field("submitted", bool(dkg.byNode().containsKey(nodeId))));
    }

    private static CadenceValue purse(@Nullable Account owner) {
        if (owner == null) {
            return nil();
        }
        Stored.NodeStaker staker = owner.stored(StoragePaths.STAKER, Stored.NodeStaker.class);
        return optional(
                ScriptStruct.of(
                        "PurseAnswer",
                        field(
                                "stakerOf",
                                ContractValues.text(staker == null ? null : staker.nodeId())),
                        field("storesCollection", bool(FlowStakingCollection.of(owner) != null)),
                        field("lockedBalance", nil())));
    }
}
