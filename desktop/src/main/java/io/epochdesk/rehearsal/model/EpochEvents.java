package io.epochdesk.rehearsal.model;

import static io.epochdesk.cadence.CadenceValues.field;
import static io.epochdesk.cadence.CadenceValues.string;
import static io.epochdesk.cadence.CadenceValues.uint64;

import io.epochdesk.cadence.CadenceValue;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The events of FlowEpoch with all their fields, in the order they are declared. */
final class EpochEvents {

    static final String CONTRACT = "FlowEpoch";

    private EpochEvents() {}

    static void setup(Draft draft, EpochMetadata next, List<NodeRecord> nodes, long targetEnd) {
        ContractValues values = new ContractValues(draft.world());
        Epoch epoch = draft.world().epoch();
        long phase = epoch.config().viewsInDkgPhase();
        draft.emit(
                CONTRACT,
                "EpochSetup",
                field("counter", uint64(next.counter())),
                field("nodeInfo", ContractValues.list(nodes, values::nodeInfo)),
                field("firstView", uint64(next.startView())),
                field("finalView", uint64(next.endView())),
                field(
                        "collectorClusters",
                        ContractValues.list(
                                next.clusters(), cluster -> values.cluster(cluster, false))),
                field("randomSource", string(next.seed())),
                field("DKGPhase1FinalView", uint64(next.stakingEndView() + phase)),
                field("DKGPhase2FinalView", uint64(next.stakingEndView() + 2 * phase)),
                field("DKGPhase3FinalView", uint64(next.stakingEndView() + 3 * phase)),
                field("targetDuration", uint64(epoch.timing().duration())),
                field("targetEndTime", uint64(targetEnd)));
    }

    static void commit(
            Draft draft,
            long counter,
            List<QuorumCertificate> certificates,
            ResultSubmission result) {
        ContractValues values = new ContractValues(draft.world());
        draft.emit(
                CONTRACT,
                "EpochCommit",
                field("counter", uint64(counter)),
                field("clusterQCs", ContractValues.list(certificates, values::certificate)),
                field("dkgPubKeys", ContractValues.strings(orEmpty(result.keys()))),
                field("dkgGroupKey", string(result.groupKey() == null ? "" : result.groupKey())),
                field("dkgIdMapping", mapping(result)));
    }

    private static CadenceValue mapping(ResultSubmission result) {
        return ContractValues.mapping(result.idMapping() == null ? Map.of() : result.idMapping());
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    static void start(Draft draft, EpochMetadata previous, EpochMetadata next) {
        StakingTable table = draft.world().staking();
        draft.emit(
                CONTRACT,
                "EpochStart",
                field("counter", uint64(next.counter())),
                field("firstView", uint64(next.startView())),
                field("stakingAuctionEndView", uint64(next.stakingEndView())),
                field("finalView", uint64(next.endView())),
                field("totalStaked", UFix64.value(table.total())),
                field(
                        "totalFlowSupply",
                        UFix64.value(draft.world().supply() + previous.totalRewards())),
                field("totalRewards", UFix64.value(table.payout())));
    }
}
