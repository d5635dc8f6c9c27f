package io.epochdesk.verify;

import io.epochdesk.bls.Judgement;
import io.epochdesk.quorum.CheckedCertificate;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What came of verifying an epoch. Everything in it follows from the evidence alone: the same
 * evidence gives the same report.
 *
 * @param chain chain ID
 * @param rootBlock ID of the spork's root block
 * @param counter the epoch
 * @param findings what was checked, in the order of the chain
 * @param clusters the clusters' certificates, by index; empty where none are committed
 * @param dkg the key generation; null where it was not judged
 * @param places where on the chain the evidence stands, in its order
 */
public record EpochReport(
        String chain,
        String rootBlock,
        long counter,
        List<Finding> findings,
        List<ClusterReport> clusters,
        @Nullable DkgReport dkg,
        List<EventPlace> places) {

    public EpochReport {
        findings = List.copyOf(findings);
        clusters = List.copyOf(clusters);
        places = List.copyOf(places);
    }

    /** Whether any check came to this. */
    public boolean has(Finding.Outcome outcome) {
        return findings.stream().anyMatch(finding -> finding.kind().outcome() == outcome);
    }

    /**
     * A cluster's quorum certificate.
     *
     * @param index the cluster
     * @param totalWeight weight of all its members
     * @param threshold weight a message needs
     * @param weight weight of those who signed the certificate
     * @param checked the certificate, verified as a whole
     * @param invalidVoters voters whose own signature does not hold, or who are not members
     */
    public record ClusterReport(
            int index,
            long totalWeight,
            long threshold,
            long weight,
            CheckedCertificate checked,
            List<String> invalidVoters) {

        public ClusterReport {
            invalidVoters = List.copyOf(invalidVoters);
        }
    }

    /**
     * The key generation, recomputed.
     *
     * @param committee node IDs by index
     * @param judgement dealers, ignored messages, keys
     * @param borderline places on the board of messages so near the end of a phase that nodes may
     *     have counted them in the other one
     */
    public record DkgReport(List<String> committee, Judgement judgement, List<Integer> borderline) {

        public DkgReport {
            committee = List.copyOf(committee);
            borderline = List.copyOf(borderline);
        }
    }

    /**
     * Where an event stands.
     *
     * @param event contract and name, such as {@code FlowDKG.BroadcastMessage}
     * @param height block height
     * @param blockId block ID
     * @param transactionId transaction ID
     * @param transactionIndex place of the transaction in its block
     * @param eventIndex place of the event in its transaction
     */
    public record EventPlace(
            String event,
            long height,
            String blockId,
            String transactionId,
            int transactionIndex,
            int eventIndex) {}
}
