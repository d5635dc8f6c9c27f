package io.epochdesk.staking;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.cadence.Shape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what the scripts of this room answer. */
public final class StakingAnswer {

    private StakingAnswer() {}

    /**
     * Reads a {@code StandingsAnswer} of the script {@code standings}.
     *
     * @throws io.epochdesk.fault.FaultException when the answer is not one the contract can give
     */
    public static Standings standings(Shape answer) {
        Map<String, NodeStanding> nodes = new HashMap<>();
        for (Shape each : answer.field("standings").list()) {
            NodeStanding standing = standing(each);
            nodes.put(standing.nodeId(), standing);
        }
        return new Standings(
                answer.field("stakingEnabled").asBool(),
                byRole(answer.field("minimums"), Shape::asUFix64),
                nodes);
    }

    private static NodeStanding standing(Shape node) {
        return new NodeStanding(
                node.field("nodeId").asString(),
                role(node.field("role")),
                node.field("networkingAddress").asString(),
                node.field("networkingKey").asString(),
                node.field("stakingKey").asString(),
                node.field("tokensStaked").asUFix64(),
                node.field("tokensCommitted").asUFix64(),
                node.field("tokensRequestedToUnstake").asUFix64(),
                node.field("tokensUnstaking").asUFix64(),
                node.field("tokensUnstaked").asUFix64(),
                node.field("tokensRewarded").asUFix64(),
                node.field("stakeNextEpoch").asUFix64(),
                node.field("weight").asUInt64(),
                node.field("approved").asBool(),
                node.field("staked").asBool(),
                node.field("proposed").asBool(),
                node.field("claimed").asBool(),
                node.field("wantedInSetup").asBool(),
                node.field("doneInSetup").asBool());
    }

    /** Reads a {@code TableAnswer} of the script {@code table}. */
    static StakingTable table(Shape answer) {
        return new StakingTable(
                answer.field("stakingEnabled").asBool(),
                ids(answer.field("nodeIds")),
                ids(answer.field("approved")),
                ids(answer.field("staked")),
                ids(answer.field("proposed")),
                byRole(answer.field("minimums"), Shape::asUFix64),
                byRole(answer.field("slotLimits"), Shape::asUInt16));
    }

    /**
     * Reads the answer of the script {@code collections}: collections by their owners; accounts
     * without one are left out.
     *
     * @throws io.epochdesk.fault.FaultException when the answer is not one the contract can give
     */
    public static Map<FlowAddress, StakingCollection> collections(Shape answer) {
        Map<FlowAddress, StakingCollection> found = new HashMap<>();
        for (Optional<StakingCollection> each :
                answer.list(collection -> collection.optional(StakingAnswer::collection))) {
            each.ifPresent(collection -> found.put(collection.owner(), collection));
        }
        return found;
    }

    private static StakingCollection collection(Shape answer) {
        return new StakingCollection(
                answer.field("owner").asAddress(),
                List.copyOf(ids(answer.field("nodeIds"))),
                answer.field("machineAccounts")
                        .dictionary(Shape::asString, StakingAnswer::machineAccount),
                answer.field("unlockedTokensUsed").asUFix64(),
                answer.field("lockedTokensUsed").asUFix64());
    }

    /** The account whose vault the record's capability leads to. */
    private static FlowAddress machineAccount(Shape info) {
        Shape provider = info.field("machineAccountVaultProvider");
        if (provider.value() instanceof CadenceValue.CapabilityValue capability) {
            return capability.address();
        }
        throw provider.unexpected("a capability", "something else");
    }

    private static Set<String> ids(Shape list) {
        return new HashSet<>(list.list(Shape::asString));
    }

    private static <T> Map<NodeRole, T> byRole(Shape answer, Function<Shape, T> each) {
        return answer.dictionary(StakingAnswer::role, each);
    }

    private static NodeRole role(Shape number) {
        int role = number.asUInt8();
        return NodeRole.of(role)
                .orElseThrow(() -> number.unexpected("a role of 1 to 5", String.valueOf(role)));
    }
}
