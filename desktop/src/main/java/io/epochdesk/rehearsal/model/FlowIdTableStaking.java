package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint64;
import static io.epochdesk.cadence.CadenceValues.uint8;

import java.util.ArrayList;
import java.util.List;

/** What node operators and the epoch do with the contract FlowIDTableStaking. */
final class FlowIdTableStaking {

    static final String CONTRACT = "FlowIDTableStaking";

    private FlowIdTableStaking() {}

    /**
     * {@code addNodeRecord}: registers a node with tokens that were already taken from their owner.
     */
    static void addNodeRecord(
            Draft draft,
            StakingSignatures signatures,
            NodeRegistration registration,
            VaultMove tokens)
            throws Aborted {
        StakingTable table = draft.world().staking();
        if (!table.enabled()) {
            throw Aborted.assertion(
                    "Cannot register a node operator if the staking auction isn't in progress");
        }
        registration.check(table, signatures);
        NodeRecord node = registration.record();
        draft.emit(
                CONTRACT,
                "NewNodeCreated",
                field("nodeID", string(node.id())),
                field("role", uint8(node.role())),
                field("amountCommitted", UFix64.value(0)));
        long minimum = table.minimum(node.role());
        if (tokens.amount() < minimum) {
            throw Aborted.assertion(
                    "Tokens committed for registration is not above the minimum ("
                            + UFix64.text(minimum)
                            + ") for the chosen node role ("
                            + node.role()
                            + ")");
        }
        StakingChange change = table.change();
        change.claims =
                change.claims
                        .with(node.networkingAddress(), true)
                        .with(node.networkingKey(), true)
                        .with(node.stakingKey(), true);
        change.put(node);
        draft.set(draft.world().with(change.table()));
        stakeNewTokens(draft, node.id(), tokens);
    }

    /** {@code NodeStaker.stakeNewTokens}. */
    static void stakeNewTokens(Draft draft, String nodeId, VaultMove tokens) throws Aborted {
        StakingTable table = draft.world().staking();
        if (!table.enabled()) {
            throw Aborted.precondition("Cannot stake if the staking auction isn't in progress");
        }
        NodeRecord node = table.require(nodeId).committing(tokens.amount());
        emit(draft, "TokensCommitted", nodeId, tokens.amount());
        tokens.into(draft, draft.world().contract(CONTRACT), node.tokensCommitted());
        StakingChange change = table.change();
        change.put(node);
        change.movesPending = change.movesPending.with(nodeId, true);
        boolean candidate =
                !table.participants().containsKey(nodeId)
                        && node.tokensStaked() == 0
                        && node.tokensCommitted() >= table.minimum(node.role());
        if (candidate) {
            change.candidates = change.candidates.with(nodeId, node.role());
        }
        draft.set(draft.world().with(change.table()));
    }

    /** {@code NodeStaker.updateNetworkingAddress}. */
    static void updateNetworkingAddress(Draft draft, String nodeId, String address) throws Aborted {
        StakingTable table = draft.world().staking();
        if (!table.enabled()) {
            throw Aborted.precondition(
                    "Cannot update networking address if the staking auction isn't in progress");
        }
        if (!NetworkingAddress.isValid(address)) {
            throw Aborted.precondition(NetworkingAddress.INVALID);
        }
        if (table.claims().containsKey(address)) {
            throw Aborted.precondition("The networkingAddress cannot have already been claimed");
        }
        NodeRecord node = table.require(nodeId);
        StakingChange change = table.change();
        change.claims = change.claims.without(node.networkingAddress()).with(address, true);
        change.put(node.withAddress(address));
        draft.set(draft.world().with(change.table()));
        draft.emit(
                CONTRACT,
                "NetworkingAddressUpdated",
                field("nodeID", string(nodeId)),
                field("newAddress", string(address)));
    }

    /** {@code Admin.setApprovedList}: replaces the list. */
    static void setApprovedList(Draft draft, List<String> nodeIds) throws Aborted {
        StakingTable table = draft.world().staking();
        PersistentMap<String, Boolean> approved = PersistentMap.empty();
        for (String nodeId : nodeIds) {
            if (!table.nodes().containsKey(nodeId)) {
                throw Aborted.panic(
                        "Approved node "
                                + nodeId
                                + " does not already exist in the identity table");
            }
            approved = approved.with(nodeId, true);
        }
        StakingChange change = table.change();
        for (String nodeId : table.approved().keys()) {
            if (!approved.containsKey(nodeId)) {
                if (table.enabled()) {
                    change.movesPending = change.movesPending.with(nodeId, true);
                } else {
                    StakingAuction.refund(draft, change, nodeId);
                }
            }
        }
        change.approved = approved;
        draft.set(draft.world().with(change.table()));
    }

    /** {@code Admin.setSlotLimits}; all five roles, role 1 first. */
    static void setSlotLimits(Draft draft, List<Integer> limits) throws Aborted {
        if (limits.size() != StakingTable.ROLES) {
            throw Aborted.precondition("Slot Limits Dictionary can only have 5 entries");
        }
        StakingChange change = draft.world().staking().change();
        change.slotLimits = limits;
        draft.set(draft.world().with(change.table()));
    }

    /** {@code Admin.setMinimumStakeRequirements}; all five roles, role 1 first. */
    static void setMinimums(Draft draft, List<Long> minimums) {
        StakingChange change = draft.world().staking().change();
        change.minimums = minimums;
        draft.set(draft.world().with(change.table()));
    }

    /** {@code Admin.setNodeWeight}. */
    static void setNodeWeight(Draft draft, String nodeId, long weight) throws Aborted {
        if (weight > NodeRecord.FULL_WEIGHT) {
            throw Aborted.panic("Specified node weight out of range.");
        }
        StakingTable table = draft.world().staking();
        StakingChange change = table.change();
        change.put(table.require(nodeId).withWeight(weight));
        draft.set(draft.world().with(change.table()));
        draft.emit(
                CONTRACT,
                "NodeWeightChanged",
                field("nodeID", string(nodeId)),
                field("newWeight", uint64(weight)));
    }

    /** {@code getProposedNodeIDs}: who would take part in the next epoch as things stand. */
    static List<String> proposed(StakingTable table) {
        List<String> proposed = new ArrayList<>();
        table.nodes()
                .forEach(
                        (id, node) -> {
                            boolean enough = node.fullCommitted() >= table.minimum(node.role());
                            boolean approved = table.approved().containsKey(id);
                            boolean in =
                                    node.role() == StakingTable.ROLES
                                            ? (enough || approved) && node.weight() > 0
                                            : enough && approved;
                            if (in) {
                                proposed.add(id);
                            }
                        });
        return proposed;
    }

    /** Emits an event of a node and an amount. */
    static void emit(Draft draft, String event, String nodeId, long amount) {
        draft.emit(
                CONTRACT,
                event,
                field("nodeID", string(nodeId)),
                field("amount", UFix64.value(amount)));
    }
}
