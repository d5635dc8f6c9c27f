package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.array;
import static io.epochdesk.cadence.CadenceValues.bool;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint16;
import static io.epochdesk.cadence.CadenceValues.uint64;
import static io.epochdesk.cadence.CadenceValues.uint8;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** What the scripts about the node table answer. */
final class StakingScripts {

    private StakingScripts() {}

    /** {@code nodes.cdc}. */
    static CadenceValue nodes(World world, Moment moment, Arguments arguments) {
        List<NodeRecord> found = new ArrayList<>();
        for (String nodeId : arguments.strings(0)) {
            NodeRecord node = world.staking().nodes().get(nodeId);
            if (node != null) {
                found.add(node);
            }
        }
        return ContractValues.list(found, new ContractValues(world)::nodeInfo);
    }

    /** {@code all_nodes.cdc}. */
    static CadenceValue allNodes(World world, Moment moment, Arguments arguments) throws Aborted {
        List<NodeRecord> all = world.staking().nodes().values();
        long from = arguments.integer(0);
        int upTo = (int) Math.min(arguments.integer(1), all.size());
        if (from < 0 && from < upTo) {
            throw Aborted.runtime(
                    "array index out of bounds: " + from + ", but size is " + all.size());
        }
        List<NodeRecord> part = from < upTo ? all.subList((int) from, upTo) : List.of();
        return ContractValues.list(part, new ContractValues(world)::nodeInfo);
    }

    /** {@code standings.cdc}. */
    static CadenceValue standings(World world, Moment moment, Arguments arguments) {
        StakingTable table = world.staking();
        Set<String> proposed = Set.copyOf(FlowIdTableStaking.proposed(table));
        List<CadenceValue> found = new ArrayList<>();
        for (String nodeId : arguments.strings(0)) {
            NodeRecord node = table.nodes().get(nodeId);
            if (node != null) {
                found.add(standing(world, node, proposed.contains(nodeId)));
            }
        }
        return ScriptStruct.of(
                "StandingsAnswer",
                field("stakingEnabled", bool(table.enabled())),
                field("minimums", byRole(role -> UFix64.value(table.minimum(role)))),
                field("standings", array(found)));
    }

    private static CadenceValue standing(World world, NodeRecord node, boolean proposed) {
        StakingTable table = world.staking();
        return ScriptStruct.of(
                "StandingAnswer",
                field("nodeId", string(node.id())),
                field("role", uint8(node.role())),
                field("networkingAddress", string(node.networkingAddress())),
                field("networkingKey", string(node.networkingKey())),
                field("stakingKey", string(node.stakingKey())),
                field("tokensStaked", UFix64.value(node.tokensStaked())),
                field("tokensCommitted", UFix64.value(node.tokensCommitted())),
                field("tokensRequestedToUnstake", UFix64.value(node.requestedToUnstake())),
                field("tokensUnstaking", UFix64.value(node.tokensUnstaking())),
                field("tokensUnstaked", UFix64.value(node.tokensUnstaked())),
                field("tokensRewarded", UFix64.value(node.tokensRewarded())),
                field("stakeNextEpoch", UFix64.value(node.fullCommitted())),
                field("weight", uint64(node.weight())),
                field("approved", bool(table.approved().containsKey(node.id()))),
                field("staked", bool(table.participants().containsKey(node.id()))),
                field("proposed", bool(proposed)),
                field("claimed", bool(isClaimed(world, node.id()))),
                field("wantedInSetup", bool(isWanted(world, node.id()))),
                field("doneInSetup", bool(isDone(world, node.id()))));
    }

    private static boolean isClaimed(World world, String nodeId) {
        return world.quorum().claimed().containsKey(nodeId)
                || world.dkg().claimed().containsKey(nodeId);
    }

    private static boolean isWanted(World world, String nodeId) {
        boolean asVoter = world.quorum().inProgress() && clusterOf(world, nodeId).isPresent();
        DistributedKeyGeneration dkg = world.dkg();
        boolean asParticipant = dkg.enabled() && dkg.committee().containsKey(nodeId);
        return asVoter || asParticipant;
    }

    private static boolean isDone(World world, String nodeId) {
        boolean voted =
                world.quorum().inProgress()
                        && clusterOf(world, nodeId)
                                .map(cluster -> cluster.votes().containsKey(nodeId))
                                .orElse(false);
        boolean submitted = world.dkg().enabled() && world.dkg().byNode().containsKey(nodeId);
        return voted || submitted;
    }

    private static Optional<Cluster> clusterOf(World world, String nodeId) {
        return world.quorum().clusters().stream()
                .filter(cluster -> cluster.nodeWeights().containsKey(nodeId))
                .findFirst();
    }

    /** {@code table.cdc}. */
    static CadenceValue table(World world, Moment moment, Arguments arguments) {
        StakingTable table = world.staking();
        return ScriptStruct.of(
                "TableAnswer",
                field("stakingEnabled", bool(table.enabled())),
                field("nodeIds", ContractValues.strings(table.nodes().keys())),
                field("approved", ContractValues.strings(table.approved().keys())),
                field("staked", ContractValues.strings(table.participants().keys())),
                field("proposed", ContractValues.strings(FlowIdTableStaking.proposed(table))),
                field("minimums", byRole(role -> UFix64.value(table.minimum(role)))),
                field("slotLimits", byRole(role -> uint16(table.slotLimits().get(role - 1)))));
    }

    private static CadenceValue byRole(IntFunction<CadenceValue> each) {
        List<Entry> entries = new ArrayList<>();
        for (int role = 1; role <= StakingTable.ROLES; role++) {
            entries.add(new Entry(uint8(role), each.apply(role)));
        }
        return new DictionaryValue(entries);
    }
}
