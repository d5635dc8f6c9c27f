package io.epochdesk.verify;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.BlsPublicKey;
import io.epochdesk.bls.DealerJudgement.Standing;
import io.epochdesk.bls.DkgInstance;
import io.epochdesk.bls.Judgement;
import io.epochdesk.cadence.CadenceDecoder;
import io.epochdesk.cadence.Shape;
import io.epochdesk.dkg.AnnouncedKeys;
import io.epochdesk.epoch.AssignedCluster;
import io.epochdesk.epoch.EpochAnnouncement;
import io.epochdesk.epoch.EpochNode;
import io.epochdesk.fault.EvidenceFault;
import io.epochdesk.fault.FaultException;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.quorum.QuorumCertificate;
import io.epochdesk.quorum.StakingKeys;
import io.epochdesk.verify.EpochReport.ClusterReport;
import io.epochdesk.verify.EpochReport.DkgReport;
import io.epochdesk.verify.EpochReport.EventPlace;
import io.epochdesk.verify.Finding.Kind;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Verifies an epoch from its evidence: the nodes' staking keys, the clusters and their quorum
 * certificates, the whiteboard and the keys that come of it, and that events and contract say the
 * same. Touches no network.
 */
public final class EpochVerifier {

    private final CadenceDecoder decoder = new CadenceDecoder();
    private final EpochEvidence evidence;
    private final List<Finding> findings = new ArrayList<>();

    public EpochVerifier(EpochEvidence evidence) {
        this.evidence = evidence;
    }

    /**
     * The report.
     *
     * @throws FaultException when the evidence lacks the epoch's announcement, or something in it
     *     is no event of the contracts
     */
    public EpochReport verify() {
        EpochAnnouncement announced = announcement();
        Map<String, BlsPublicKey> keys = stakingKeys(announced.nodes());
        clusters(announced);
        List<ClusterReport> clusters = List.of();
        DkgReport dkg = null;
        Optional<ChainEvent> commit = one("FlowEpoch.EpochCommit");
        Optional<ChainEvent> recovery = one("FlowEpoch.EpochRecover");
        if (recovery.isPresent()) {
            findings.add(Finding.of(Kind.RECOVERED, "height", recovery.get().height()));
        } else {
            AnnouncedKeys committed = commit.map(this::committedKeys).orElse(null);
            if (commit.isPresent()) {
                List<QuorumCertificate> certificates = certificates(commit.get());
                CertificateVerifier verifier = new CertificateVerifier(announced.clusters(), keys);
                clusters = verifier.reports(certificates);
                findings.addAll(verifier.findings(clusters, certificates.size()));
            }
            dkg = board(announced, committed, keys);
            if (commit.isPresent() && committed != null) {
                stored(announced, certificates(commit.get()), committed);
                ended(committed);
            } else {
                findings.add(Finding.of(Kind.NOT_COMMITTED, "height", evidence.completeTo()));
            }
        }
        return new EpochReport(
                evidence.chain(),
                evidence.rootBlock(),
                evidence.counter(),
                findings,
                clusters,
                dkg,
                evidence.events().stream().map(EpochVerifier::place).toList());
    }

    private EpochAnnouncement announcement() {
        ChainEvent event =
                one("FlowEpoch.EpochSetup")
                        .or(() -> one("FlowEpoch.EpochRecover"))
                        .orElseThrow(
                                () ->
                                        EvidenceFault.of(
                                                EvidenceFault.Kind.ANNOUNCEMENT_GONE,
                                                "",
                                                "epoch",
                                                String.valueOf(evidence.counter())));
        return EpochAnnouncement.read(shape(event));
    }

    private Optional<ChainEvent> one(String kind) {
        return evidence.all(kind).stream().reduce((earlier, later) -> later);
    }

    private Map<String, BlsPublicKey> stakingKeys(List<EpochNode> nodes) {
        Map<String, String> texts = new HashMap<>();
        nodes.forEach(node -> texts.put(node.id(), node.stakingKey()));
        Map<String, BlsPublicKey> keys =
                StakingKeys.of(texts, StakingKeys.Source.ANNOUNCEMENT, -1).byNode();
        Set<BlsPublicKey> seen = new HashSet<>();
        Set<String> wrong = new TreeSet<>();
        for (EpochNode node : nodes) {
            BlsPublicKey key = keys.get(node.id());
            if (key == null || !seen.add(key)) {
                wrong.add(node.id());
            }
        }
        findings.add(
                wrong.isEmpty()
                        ? Finding.of(Kind.STAKING_KEYS_VALID, "nodes", nodes.size())
                        : named(Kind.STAKING_KEYS_INVALID, wrong));
        return keys;
    }

    /** Every collection node that has weight is in exactly one cluster, with that weight. */
    private void clusters(EpochAnnouncement announced) {
        Map<String, Long> expected = new HashMap<>();
        announced.nodes().stream()
                .filter(EpochNode::isCollection)
                .forEach(node -> expected.put(node.id(), node.weight()));
        Set<String> seen = new HashSet<>();
        Set<String> wrong = new TreeSet<>();
        for (AssignedCluster cluster : announced.clusters()) {
            cluster.weights()
                    .forEach(
                            (node, weight) -> {
                                if (!seen.add(node) || !weight.equals(expected.get(node))) {
                                    wrong.add(node);
                                }
                            });
        }
        expected.forEach(
                (node, weight) -> {
                    if (weight > 0 && !seen.contains(node)) {
                        wrong.add(node);
                    }
                });
        findings.add(
                wrong.isEmpty()
                        ? Finding.of(
                                Kind.CLUSTERS_COMPLETE,
                                "clusters",
                                announced.clusters().size(),
                                "nodes",
                                seen.size())
                        : named(Kind.CLUSTERS_WRONG, wrong));
    }

    private @Nullable DkgReport board(
            EpochAnnouncement announced,
            @Nullable AnnouncedKeys committed,
            Map<String, BlsPublicKey> keys) {
        List<String> canonical = announced.canonicalCommittee();
        List<String> committee = canonical;
        if (committed != null) {
            List<String> mapped = committed.committee();
            boolean same = mapped.equals(canonical);
            findings.add(
                    Finding.of(
                            same ? Kind.COMMITTEE_CANONICAL : Kind.COMMITTEE_OTHERWISE,
                            "nodes",
                            canonical.size()));
            if (!same && new HashSet<>(mapped).equals(new HashSet<>(canonical))) {
                committee = mapped;
            }
        }
        int size = committee.size();
        if (size < DkgInstance.MIN_SIZE || size > DkgInstance.MAX_SIZE) {
            findings.add(Finding.of(Kind.BOARD_NOT_JUDGED, "nodes", size));
            return null;
        }
        String id = DkgInstance.idOf(evidence.chain(), String.valueOf(evidence.counter()));
        DkgReport report =
                new BoardJudge(new DkgInstance(id, size), committee, keys)
                        .judge(
                                evidence.all("FlowDKG.BroadcastMessage"),
                                evidence.phaseEnds(),
                                committed != null,
                                evidence.completeTo());
        keys(report, committed);
        return report;
    }

    private void keys(DkgReport report, @Nullable AnnouncedKeys committed) {
        Judgement judgement = report.judgement();
        BeaconKeys keys = judgement.keys();
        int nodes = judgement.dealers().size();
        int messages = evidence.all("FlowDKG.BroadcastMessage").size();
        if (keys == null && !judgement.isFailed()) {
            // not over, and nobody has posted yet
            return;
        }
        if (keys == null || judgement.isFailed()) {
            findings.add(
                    Finding.of(
                            Kind.BOARD_GIVES_NONE,
                            "messages",
                            messages,
                            "out",
                            judgement.count(Standing.DISQUALIFIED),
                            "nodes",
                            nodes));
            return;
        }
        findings.add(
                Finding.of(
                        Kind.BOARD_GIVES_KEYS,
                        "messages",
                        messages,
                        "qualified",
                        judgement.count(Standing.QUALIFIED),
                        "nodes",
                        nodes,
                        "ignored",
                        judgement.warnings().size()));
        if (committed == null) {
            return;
        }
        BeaconKeys.Difference difference =
                keys.differenceTo(committed.groupKey(), committed.nodeKeys());
        if (difference.isNone()) {
            findings.add(Finding.of(Kind.COMMITTED_KEYS_AGREE, "key", keys.groupKey()));
        } else {
            findings.add(
                    Finding.of(
                            report.borderline().isEmpty()
                                    ? Kind.COMMITTED_KEYS_DIFFER
                                    : Kind.COMMITTED_KEYS_UNSURE,
                            "key",
                            keys.groupKey(),
                            "committed",
                            committed.groupKey(),
                            "indexes",
                            indexes(difference.nodes()),
                            "messages",
                            report.borderline().size()));
        }
    }

    /** What {@code FlowEpoch} keeps has to be what its events said. */
    private void stored(
            EpochAnnouncement announced,
            List<QuorumCertificate> certificates,
            AnnouncedKeys committed) {
        Shape answer =
                Shape.of(
                        decoder.decode(evidence.preparation().getBytes(StandardCharsets.UTF_8)),
                        "preparation");
        Preparation kept = Preparation.read(answer).orElse(null);
        List<String> parts = new ArrayList<>();
        if (kept == null) {
            parts.add("epoch");
        } else {
            if (kept.startView() != announced.firstView()
                    || kept.endView() != announced.finalView()) {
                parts.add("views");
            }
            if (!kept.clusters()
                    .equals(announced.clusters().stream().map(AssignedCluster::weights).toList())) {
                parts.add("clusters");
            }
            if (!contents(kept.certificates()).equals(contents(certificates))) {
                parts.add("certificates");
            }
            List<String> keys = new ArrayList<>();
            keys.add(committed.groupKey());
            keys.addAll(committed.nodeKeys());
            if (!kept.keys().equals(keys)) {
                parts.add("keys");
            }
        }
        findings.add(
                parts.isEmpty()
                        ? Finding.of(Kind.METADATA_AGREES)
                        : Finding.of(Kind.METADATA_DIFFERS, "parts", String.join(", ", parts)));
    }

    /** Who signed what with which signature, by cluster; the order of voters means nothing. */
    private static Map<Integer, Map<String, String>> contents(
            List<QuorumCertificate> certificates) {
        Map<Integer, Map<String, String>> contents = new TreeMap<>();
        for (QuorumCertificate certificate : certificates) {
            Map<String, String> votes =
                    contents.computeIfAbsent(certificate.cluster(), _ -> new TreeMap<>());
            for (int i = 0; i < certificate.voterIds().size(); i++) {
                votes.put(
                        certificate.voterIds().get(i),
                        certificate.message() + " " + certificate.signatures().get(i));
            }
        }
        return contents;
    }

    private void ended(AnnouncedKeys committed) {
        Optional<ChainEvent> end = one("FlowDKG.EndDKG");
        if (end.isEmpty()) {
            findings.add(Finding.of(Kind.END_NOT_FOUND));
            return;
        }
        Optional<AnnouncedKeys> told = AnnouncedKeys.readEnd(shape(end.get()), end.get().height());
        if (told.isEmpty()) {
            findings.add(Finding.of(Kind.END_WITHOUT_KEYS));
            return;
        }
        BeaconKeys.Difference difference =
                new BeaconKeys(committed.groupKey(), committed.nodeKeys())
                        .differenceTo(told.get().groupKey(), told.get().nodeKeys());
        findings.add(
                difference.isNone() && told.get().idMapping().equals(committed.idMapping())
                        ? Finding.of(Kind.END_AGREES)
                        : Finding.of(Kind.END_DIFFERS, "indexes", indexes(difference.nodes())));
    }

    private AnnouncedKeys committedKeys(ChainEvent event) {
        return AnnouncedKeys.read(AnnouncedKeys.Event.EPOCH_COMMIT, shape(event), event.height());
    }

    private List<QuorumCertificate> certificates(ChainEvent commit) {
        return shape(commit).field("clusterQCs").list(QuorumCertificate::read);
    }

    private Shape shape(ChainEvent event) {
        return Shape.of(decoder.decode(event.payload()), event.type());
    }

    private static Finding named(Kind kind, Collection<String> nodes) {
        return Finding.of(kind, "count", nodes.size(), "nodes", String.join(", ", nodes));
    }

    private static String indexes(List<Integer> nodes) {
        return nodes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static EventPlace place(ChainEvent event) {
        String type = event.type();
        int name = type.lastIndexOf('.');
        int contract = type.lastIndexOf('.', name - 1);
        return new EventPlace(
                type.substring(contract + 1),
                event.height(),
                event.blockId(),
                event.transactionId(),
                event.transactionIndex(),
                event.eventIndex());
    }
}
