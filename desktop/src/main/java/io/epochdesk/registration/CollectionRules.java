package io.epochdesk.registration;

import io.epochdesk.accounts.OnChainAccount;
import io.epochdesk.cadence.FlowAddress;
import io.epochdesk.staking.NodeRole;
import io.epochdesk.staking.NodeStanding;

import java.util.List;
import java.util.Optional;

/** What must hold of the staking collection, or of a node outside one. */
final class CollectionRules {

    private static final String EXISTS = "FlowStakingCollection.doesAccountHaveStakingCollection";

    private CollectionRules() {}

    /** There is one. */
    static void present(Inquiry inquiry) {
        boolean stored = inquiry.chain.purse() != null && inquiry.chain.purse().storesCollection();
        inquiry.must(
                Check.COLLECTION_PRESENT,
                stored,
                List.of(inquiry.told("collection", stored, EXISTS)),
                "account",
                inquiry.chain.owner().toString());
    }

    /** There is none yet: setting one up again would change nothing and cost a fee. */
    static void absent(Inquiry inquiry) {
        Purse purse = inquiry.chain.purse();
        boolean needless = purse != null && purse.storesCollection() && purse.stakerOf() == null;
        inquiry.find(
                Check.COLLECTION_ABSENT,
                needless ? Verdict.UNFIT : Verdict.FIT,
                List.of(
                        inquiry.told(
                                "collection", purse != null && purse.storesCollection(), EXISTS)),
                "account",
                inquiry.chain.owner().toString());
    }

    /** The node is in it. */
    static void holdsNode(Inquiry inquiry) {
        String node = inquiry.values.text(Field.NODE_ID);
        boolean held =
                inquiry.chain.collection() != null
                        && inquiry.chain.collection().nodeIds().contains(node);
        inquiry.must(
                Check.NODE_IN_COLLECTION,
                held,
                List.of(
                        inquiry.told(
                                "in the collection", held, "FlowStakingCollection.getNodeIDs")),
                "node",
                node);
    }

    /** It has a machine account for the node on record; answers it. */
    static Optional<FlowAddress> machineAccount(Inquiry inquiry) {
        String node = inquiry.values.text(Field.NODE_ID);
        Optional<FlowAddress> machine = inquiry.chain.machineAccount(node);
        inquiry.must(
                Check.MACHINE_ACCOUNT_PRESENT,
                machine.isPresent(),
                List.of(
                        inquiry.told(
                                "machine account",
                                machine.map(FlowAddress::toString).orElse("none"),
                                "FlowStakingCollection.getMachineAccounts")),
                "node",
                node,
                "account",
                machine.map(FlowAddress::toString).orElse(""));
        return machine;
    }

    /** A bare NodeStaker of a role, whose Voter or Participant is neither claimed nor stored. */
    static void bareNode(Inquiry inquiry, NodeRole wanted) {
        Purse purse = inquiry.chain.purse();
        String node = purse == null ? null : purse.stakerOf();
        NodeStanding standing = node == null ? null : inquiry.chain.table().nodes().get(node);
        inquiry.must(
                Check.NODE_STAKER,
                standing != null && standing.role() == wanted,
                List.of(
                        inquiry.told(
                                "NodeStaker",
                                standing == null
                                        ? "none"
                                        : standing.role() + " " + standing.nodeId(),
                                "/storage/flowStaker")),
                "account",
                inquiry.chain.owner().toString(),
                "role",
                NodeRules.word(wanted));
        if (node != null) {
            NodeRules.unclaimed(inquiry, node, wanted);
        }
        String stored =
                inquiry.chain
                        .signer()
                        .map(
                                account ->
                                        wanted == NodeRole.COLLECTION
                                                ? account.voterOf()
                                                : account.participantOf())
                        .orElse(null);
        inquiry.must(
                Check.STORAGE_FREE,
                stored == null,
                List.of(
                        inquiry.told(
                                wanted == NodeRole.COLLECTION ? "Voter" : "Participant",
                                stored == null ? "none" : stored,
                                "Account.storage")),
                "node",
                stored == null ? "" : stored);
    }

    /** The signing machine account stores the node's Voter or Participant. */
    static void epochResource(Inquiry inquiry, NodeRole role) {
        String node = inquiry.values.text(Field.NODE_ID);
        String stored =
                inquiry.chain.signer().map(account -> resource(account, role)).orElse("none");
        inquiry.must(
                Check.EPOCH_RESOURCE,
                stored.equals(node),
                List.<Evidence>of(
                        inquiry.told(
                                role == NodeRole.COLLECTION ? "Voter" : "Participant",
                                stored,
                                "Account.storage")),
                "node",
                node,
                "account",
                inquiry.chain.owner().toString());
    }

    private static String resource(OnChainAccount account, NodeRole role) {
        String node = role == NodeRole.COLLECTION ? account.voterOf() : account.participantOf();
        return node == null ? "none" : node;
    }
}
