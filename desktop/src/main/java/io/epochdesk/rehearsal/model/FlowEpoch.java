package io.epochdesk.rehearsal.model;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the contract FlowEpoch goes from phase to phase. */
final class FlowEpoch {

    private static final int COLLECTION = 1;
    private static final int CONSENSUS = 2;

    private FlowEpoch() {}

    /** {@code Heartbeat.endStakingAuction}: freezes the table, draws clusters, starts the DKG. */
    static void endStakingAuction(Draft draft) throws Aborted {
        if (draft.world().epoch().phase() != EpochPhase.STAKING_AUCTION) {
            throw Aborted.precondition("Can only end staking auction during the staking auction");
        }
        List<String> proposed = StakingAuction.end(draft);
        startSetup(draft, proposed, randomSource(draft));
    }

    /** {@code generateRandomSource}: 32 hex digits. */
    static String randomSource(Draft draft) {
        return HexFormat.of().formatHex(draft.random().sixteenBytes());
    }

    private static void startSetup(Draft draft, List<String> proposed, String randomSource)
            throws Aborted {
        StakingTable table = draft.world().staking();
        List<NodeRecord> nodes = new ArrayList<>();
        List<String> collectors = new ArrayList<>();
        List<String> committee = new ArrayList<>();
        for (String nodeId : proposed) {
            NodeRecord node = table.require(nodeId);
            nodes.add(node);
            if (node.role() == COLLECTION) {
                collectors.add(nodeId);
            } else if (node.role() == CONSENSUS) {
                committee.add(nodeId);
            }
        }
        List<Cluster> clusters = drawClusters(draft, collectors);
        FlowClusterQc.startVoting(draft, clusters);
        FlowDkg.start(draft, committee);
        Epoch epoch = draft.world().epoch();
        long endView = epoch.require(epoch.counter()).endView();
        EpochMetadata next =
                EpochMetadata.proposed(
                        epoch.proposedCounter(),
                        randomSource,
                        endView + 1,
                        endView + epoch.config().viewsInEpoch(),
                        endView + epoch.config().viewsInStakingAuction(),
                        clusters);
        long targetEnd = epoch.timing().targetEnd(next.counter());
        Epoch saved = epoch.saving(next);
        draft.set(draft.world().with(saved.with(epoch.counter(), EpochPhase.EPOCH_SETUP)));
        EpochEvents.setup(draft, next, nodes, targetEnd);
    }

    /** {@code createCollectorClusters}: a Fisher-Yates shuffle, then round robin. */
    static List<Cluster> drawClusters(Draft draft, List<String> collectors) throws Aborted {
        int number = draft.world().epoch().config().collectorClusters();
        if (collectors.size() < number) {
            throw Aborted.precondition("Cannot have less collector nodes than clusters");
        }
        List<String> shuffled = new ArrayList<>(collectors);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = draft.random().below(i + 1);
            shuffled.set(i, shuffled.set(other, shuffled.get(i)));
        }
        List<Map<String, Long>> members = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            members.add(new LinkedHashMap<>());
        }
        for (int i = 0; i < shuffled.size() && number > 0; i++) {
            String nodeId = shuffled.get(i);
            members.get(i % number).put(nodeId, draft.world().staking().require(nodeId).weight());
        }
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            clusters.add(Cluster.of(i, members.get(i)));
        }
        return clusters;
    }

    /** {@code Heartbeat.startEpochCommit}: does nothing, silently, while anything is missing. */
    static void startCommit(Draft draft) throws Aborted {
        Epoch epoch = draft.world().epoch();
        if (epoch.phase() != EpochPhase.EPOCH_SETUP) {
            throw Aborted.precondition("Can only end Epoch Setup during Epoch Setup");
        }
        ClusterVoting quorum = draft.world().quorum();
        ResultSubmission result = draft.world().dkg().completed().orElse(null);
        if (result == null || !quorum.votingCompleted()) {
            return;
        }
        List<QuorumCertificate> certificates = new ArrayList<>();
        for (Cluster cluster : quorum.clusters()) {
            certificates.add(
                    cluster.certificate()
                            .orElseThrow(
                                    () ->
                                            Aborted.panic(
                                                    "Could not generate the quorum certificate"
                                                            + " for this cluster")));
        }
        List<String> keys = new ArrayList<>();
        if (result.groupKey() != null && result.keys() != null) {
            keys.add(result.groupKey());
            keys.addAll(result.keys());
        }
        EpochMetadata next = epoch.require(epoch.proposedCounter());
        Epoch saved = epoch.saving(next.withResults(certificates, keys));
        draft.set(draft.world().with(saved.with(epoch.counter(), EpochPhase.EPOCH_COMMIT)));
        EpochEvents.commit(draft, epoch.proposedCounter(), certificates, result);
    }

    /** {@code Heartbeat.endEpoch}. */
    static void endEpoch(Draft draft) throws Aborted {
        if (draft.world().epoch().phase() != EpochPhase.EPOCH_COMMIT) {
            throw Aborted.precondition("Can only end epoch during Epoch Commit");
        }
        startNewEpoch(draft);
    }

    /** {@code startNewEpoch}: only here do voting and DKG end. */
    static void startNewEpoch(Draft draft) throws Aborted {
        if (draft.world().quorum().inProgress()) {
            FlowClusterQc.stopVoting(draft);
        }
        if (draft.world().dkg().enabled()) {
            FlowDkg.end(draft);
        }
        long counter = draft.world().epoch().proposedCounter();
        StakingAuction.moveTokens(draft, counter);
        Epoch epoch = draft.world().epoch();
        EpochMetadata previous = epoch.require(epoch.counter());
        EpochMetadata next = epoch.require(counter);
        draft.set(draft.world().with(epoch.with(counter, EpochPhase.STAKING_AUCTION)));
        EpochEvents.start(draft, previous, next);
    }

    /** {@code getClusterQCVoter}. */
    static Stored.Voter voter(Draft draft, String nodeId) throws Aborted {
        NodeRecord node = draft.world().staking().require(nodeId);
        if (node.role() != COLLECTION) {
            throw Aborted.assertion(
                    "Node operator must be a collector node to get a QC Voter object");
        }
        return FlowClusterQc.createVoter(draft, node);
    }

    /** {@code getDKGParticipant}. */
    static Stored.Participant participant(Draft draft, String nodeId) throws Aborted {
        if (draft.world().staking().require(nodeId).role() != CONSENSUS) {
            throw Aborted.assertion(
                    "Node operator must be a consensus node to get a DKG Participant object");
        }
        return FlowDkg.createParticipant(draft, nodeId);
    }
}
