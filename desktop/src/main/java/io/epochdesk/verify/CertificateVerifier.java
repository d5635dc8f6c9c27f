package io.epochdesk.verify;

import io.epochdesk.bls.BadEncodingException;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.BlsSignature;
import io.epochdesk.bls.DomainTag;
import io.epochdesk.bls.SignatureBatch;
import io.epochdesk.bls.SignedMessage;
import io.epochdesk.epoch.AssignedCluster;
import io.epochdesk.quorum.CheckedCertificate;
import io.epochdesk.quorum.ClusterThreshold;
import io.epochdesk.quorum.QuorumCertificate;
import io.epochdesk.quorum.VoteCheck;
import io.epochdesk.verify.EpochReport.ClusterReport;
import io.epochdesk.verify.Finding.Kind;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Verifies the quorum certificates of an epoch: as a whole, and each signature in it. */
final class CertificateVerifier {

    private final List<AssignedCluster> clusters;
    private final Map<String, BlsPublicKey> keys;
    private final SignatureBatch batch = new SignatureBatch();

    CertificateVerifier(List<AssignedCluster> clusters, Map<String, BlsPublicKey> keys) {
        this.clusters = clusters;
        this.keys = keys;
    }

    /** The certificate of each cluster that has one, in the order of the clusters. */
    List<ClusterReport> reports(List<QuorumCertificate> certificates) {
        List<ClusterReport> reports = new ArrayList<>();
        for (AssignedCluster cluster : clusters) {
            certificates.stream()
                    .filter(certificate -> certificate.cluster() == cluster.index())
                    .forEach(certificate -> reports.add(report(cluster, certificate)));
        }
        return reports;
    }

    private ClusterReport report(AssignedCluster cluster, QuorumCertificate certificate) {
        Set<String> voters = new HashSet<>(certificate.voterIds());
        long weight =
                voters.stream().mapToLong(voter -> cluster.weights().getOrDefault(voter, 0L)).sum();
        return new ClusterReport(
                cluster.index(),
                cluster.totalWeight(),
                ClusterThreshold.of(cluster.totalWeight()),
                weight,
                CheckedCertificate.of(certificate, keys),
                invalid(cluster, certificate));
    }

    private List<String> invalid(AssignedCluster cluster, QuorumCertificate certificate) {
        List<String> invalid = new ArrayList<>();
        List<String> claimed = new ArrayList<>();
        List<SignedMessage> claims = new ArrayList<>();
        for (int i = 0; i < certificate.voterIds().size(); i++) {
            String voter = certificate.voterIds().get(i);
            BlsPublicKey key = keys.get(voter);
            if (key == null || !cluster.weights().containsKey(voter)) {
                invalid.add(voter);
                continue;
            }
            try {
                claims.add(
                        new SignedMessage(
                                key,
                                HexFormat.of().parseHex(certificate.message()),
                                DomainTag.COLLECTOR_VOTE,
                                BlsSignature.ofHex(certificate.signatures().get(i))));
                claimed.add(voter);
            } catch (BadEncodingException | IllegalArgumentException _) {
                invalid.add(voter);
            }
        }
        BitSet wrong = batch.invalid(claims);
        wrong.stream().forEach(index -> invalid.add(claimed.get(index)));
        return invalid;
    }

    /** What the reports come to. */
    List<Finding> findings(List<ClusterReport> reports, int certificates) {
        if (reports.size() != clusters.size() || certificates != clusters.size()) {
            return List.of(
                    Finding.of(
                            Kind.CERTIFICATES_INCOMPLETE,
                            "clusters",
                            clusters.size(),
                            "found",
                            certificates));
        }
        List<Finding> findings = new ArrayList<>();
        int votes = 0;
        for (ClusterReport report : reports) {
            votes += report.checked().certificate().voterIds().size();
            if (!holds(report)) {
                findings.add(
                        Finding.of(
                                Kind.CERTIFICATE_FAILS,
                                "cluster",
                                report.index(),
                                "weight",
                                report.weight(),
                                "threshold",
                                report.threshold(),
                                "invalid",
                                report.invalidVoters().size()));
            }
        }
        return findings.isEmpty()
                ? List.of(
                        Finding.of(
                                Kind.CERTIFICATES_HOLD,
                                "clusters",
                                clusters.size(),
                                "votes",
                                votes))
                : findings;
    }

    private static boolean holds(ClusterReport report) {
        return report.checked().check() == VoteCheck.VERIFIED
                && report.invalidVoters().isEmpty()
                && report.weight() >= report.threshold();
    }
}
