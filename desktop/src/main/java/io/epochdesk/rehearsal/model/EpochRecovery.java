package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.composite;
import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint64;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CompositeKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An epoch that governance starts out of epoch fallback: {@code FlowEpoch.Admin.recoverNewEpoch}.
 *
 * @param counter the new epoch's, one more than the current one's
 * @param startView its first view
 * @param stakingEndView last view of its auction
 * @param endView its last view
 * @param targetDuration seconds it is meant to last
 * @param targetEndTime when it is meant to end, in Unix seconds
 * @param clusters node IDs of each cluster
 * @param certificates of the clusters, in the same order
 * @param keys of the DKG, with group key and mapping
 * @param nodeIds everybody who takes part
 */
public record EpochRecovery(
        long counter,
        long startView,
        long stakingEndView,
        long endView,
        long targetDuration,
        long targetEndTime,
        List<List<String>> clusters,
        List<ClusterVoteData> certificates,
        ResultSubmission keys,
        List<String> nodeIds) {

    public EpochRecovery {
        clusters = List.copyOf(clusters);
        certificates = List.copyOf(certificates);
        nodeIds = List.copyOf(nodeIds);
    }

    /** {@code FlowClusterQC.ClusterQCVoteData}. */
    public record ClusterVoteData(String aggregatedSignature, List<String> voterIds) {
        public ClusterVoteData {
            voterIds = List.copyOf(voterIds);
        }
    }

    /** Starts the epoch, whatever phase the current one is in. */
    public void run(Draft draft) throws Aborted {
        long current = draft.world().epoch().counter();
        if (counter != current + 1) {
            throw Aborted.precondition(
                    "FlowEpoch.Admin.recoverNewEpoch: Recovery epoch counter must equal current"
                            + " epoch counter + 1. Got recovery epoch counter ("
                            + counter
                            + ") with current epoch counter ("
                            + current
                            + ").");
        }
        stopComponents(draft);
        String seed = FlowEpoch.randomSource(draft);
        EpochMetadata next =
                EpochMetadata.proposed(counter, seed, startView, endView, stakingEndView, List.of())
                        .withResults(List.of(), dkgKeys());
        draft.set(draft.world().with(draft.world().epoch().saving(next)));
        EpochRewards.calculate(draft);
        checkViews(draft.world().epoch().config(), startView, stakingEndView, endView);
        emit(draft, seed, nodes(draft));
        FlowEpoch.startNewEpoch(draft);
    }

    /** {@code stopEpochComponents}: the auction, or vote and DKG. */
    static void stopComponents(Draft draft) throws Aborted {
        if (draft.world().epoch().phase() == EpochPhase.STAKING_AUCTION) {
            StakingAuction.end(draft);
        } else {
            FlowClusterQc.forceStopVoting(draft);
            FlowDkg.forceEnd(draft);
        }
    }

    /** The lengths of a reset or recovered epoch must leave room for auction and DKG. */
    static void checkViews(EpochConfig config, long start, long stakingEnd, long end)
            throws Aborted {
        if (stakingEnd < start || end < start) {
            throw Aborted.runtime("underflow");
        }
        long auction = stakingEnd - start + 1;
        if (!EpochConfig.isValid(auction, config.viewsInDkgPhase(), end - start + 1)) {
            throw Aborted.precondition(
                    "Invalid startView, stakingEndView, and endView configuration");
        }
    }

    private List<NodeRecord> nodes(Draft draft) throws Aborted {
        List<NodeRecord> nodes = new ArrayList<>();
        for (String nodeId : nodeIds) {
            NodeRecord node = draft.world().staking().require(nodeId);
            if (node.weight() == 0) {
                throw Aborted.assertion(
                        "FlowEpoch.Admin.recoverEpochPreChecks: All nodes in node ids list for"
                                + " recovery epoch must have a weight > 0. The node "
                                + nodeId
                                + " has a weight of 0.");
            }
            nodes.add(node);
        }
        if (clusters.size() != certificates.size()) {
            throw Aborted.assertion(
                    "FlowEpoch.Admin.recoverEpochPreChecks: The number of cluster assignments "
                            + clusters.size()
                            + " does not match the number of cluster qc vote data "
                            + certificates.size());
        }
        return nodes;
    }

    private void emit(Draft draft, String seed, List<NodeRecord> nodes) {
        ContractValues values = new ContractValues(draft.world());
        long phase = draft.world().epoch().config().viewsInDkgPhase();
        List<String> all = dkgKeys();
        draft.emit(
                EpochEvents.CONTRACT,
                "EpochRecover",
                field("counter", uint64(counter)),
                field("nodeInfo", ContractValues.list(nodes, values::nodeInfo)),
                field("firstView", uint64(startView)),
                field("finalView", uint64(endView)),
                field("clusterAssignments", assignments()),
                field("randomSource", string(seed)),
                field("DKGPhase1FinalView", uint64(stakingEndView + phase)),
                field("DKGPhase2FinalView", uint64(stakingEndView + 2 * phase)),
                field("DKGPhase3FinalView", uint64(stakingEndView + 3 * phase)),
                field("targetDuration", uint64(targetDuration)),
                field("targetEndTime", uint64(targetEndTime)),
                field(
                        "clusterQCVoteData",
                        ContractValues.list(certificates, each -> voteData(draft, each))),
                field("dkgPubKeys", ContractValues.strings(all.subList(1, all.size()))),
                field("dkgGroupKey", string(all.getFirst())),
                field("dkgIdMapping", ContractValues.mapping(mapping())));
    }

    private CadenceValue assignments() {
        return ContractValues.list(clusters, ContractValues::strings);
    }

    private static CadenceValue voteData(Draft draft, ClusterVoteData data) {
        return composite(
                CompositeKind.STRUCT,
                draft.world().typeId("FlowClusterQC", "ClusterQCVoteData"),
                field("aggregatedSignature", string(data.aggregatedSignature())),
                field("voterIDs", ContractValues.strings(data.voterIds())));
    }

    /** The group key, then the others. */
    private List<String> dkgKeys() {
        List<String> all = new ArrayList<>();
        String group = keys.groupKey();
        List<String> others = keys.keys();
        all.add(group == null ? "" : group);
        all.addAll(others == null ? List.of() : others);
        return all;
    }

    private Map<String, Integer> mapping() {
        Map<String, Integer> mapping = keys.idMapping();
        return mapping == null ? Map.of() : mapping;
    }
}
