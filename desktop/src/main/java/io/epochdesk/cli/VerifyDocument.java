package io.epochdesk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.Judgement;
import io.epochdesk.fault.Fault;
import io.epochdesk.fault.InternalFault;
import io.epochdesk.network.ChainEvent;
import io.epochdesk.quorum.QuorumCertificate;
import io.epochdesk.quorum.VoteMessage;
import io.epochdesk.text.Words;
import io.epochdesk.verify.EpochEvidence;
import io.epochdesk.verify.EpochReport;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code verify --json} prints. Names and meanings are those of {@code
 * docs/verify.schema.json}; they change with {@code schemaVersion} only.
 *
 * @param schemaVersion version of this shape
 * @param takenAt when the report was made, by this machine's clock
 * @param verdict name of the exit code
 * @param exitCode what the command ends with
 * @param answer the plain sentence of the text output
 * @param source where the evidence came from
 * @param sentences the findings in words, in their order
 * @param report what follows from the evidence alone; null where there is none
 * @param reportDigest SHA-256 of the report, 64 hex digits; null where there is none
 * @param payloads SHA-256 of each event's payload as it was sent, in the order of the report's
 *     events
 * @param faults why there is no report
 */
record VerifyDocument(
        int schemaVersion,
        String takenAt,
        String verdict,
        int exitCode,
        String answer,
        @Nullable Source source,
        List<String> sentences,
        @Nullable Report report,
        @Nullable String reportDigest,
        List<String> payloads,
        List<StatusDocument.FaultItem> faults) {

    /** The version of the schema. */
    static final int VERSION = 1;

    /** As {@code jq -cS} writes it, so that anybody can count the digest anew. */
    private static final JsonMapper SORTED =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    /** Where evidence came from: a network, or a file. */
    record Source(String kind, String name) {}

    /** The part that is the same for the same evidence. */
    record Report(
            String chain,
            String rootBlock,
            long epoch,
            List<Finding> findings,
            List<Cluster> clusters,
            @Nullable Dkg dkg,
            List<Event> events) {}

    /** A check and what came of it. */
    record Finding(String kind, String outcome, Map<String, String> facts) {}

    /** A cluster's quorum certificate. */
    record Cluster(
            int index,
            long totalWeight,
            long threshold,
            long weight,
            String message,
            String form,
            @Nullable String view,
            @Nullable String rootBlockId,
            List<String> voterIds,
            List<String> voteSignatures,
            @Nullable String aggregatedSignature,
            String check,
            List<String> invalidVoters) {}

    /** The key generation. */
    record Dkg(
            String instanceId,
            int threshold,
            List<String> committee,
            boolean failed,
            @Nullable String groupKey,
            List<String> keys,
            List<ReviewSection.Dealer> dealers,
            List<ReviewSection.Ignored> ignored,
            List<Integer> borderline) {}

    /** Where an event stands on the chain. */
    record Event(
            String event,
            long height,
            String blockId,
            String transactionId,
            int transactionIndex,
            int eventIndex) {}

    /** The document of a report. */
    static VerifyDocument of(
            Words words, EpochEvidence evidence, EpochReport report, Source source, Instant now) {
        ExitCode code = VerifyWords.verdict(report);
        Report content = content(report);
        return new VerifyDocument(
                VERSION,
                now.toString(),
                Spelling.of(code),
                code.code(),
                VerifyWords.answer(words, report),
                source,
                report.findings().stream()
                        .map(finding -> VerifyWords.sentence(words, finding))
                        .toList(),
                content,
                digest(content),
                evidence.events().stream()
                        .map(ChainEvent::payload)
                        .map(VerifyDocument::sha256)
                        .toList(),
                List.of());
    }

    /** The document where there is no report. */
    static VerifyDocument failed(Words words, Fault fault, ExitCode code, Instant now) {
        StatusDocument.FaultItem item = StatusDocument.FaultItem.of(words, "command", fault);
        return new VerifyDocument(
                VERSION,
                now.toString(),
                Spelling.of(code),
                code.code(),
                item.sentence(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(item));
    }

    /** SHA-256 over the report as {@code jq -cS} writes it. */
    static String digest(Report report) {
        try {
            return sha256(SORTED.writeValueAsString(report).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw InternalFault.of(
                    InternalFault.Kind.UNEXPECTED, e.toString(), "what", "JSON output");
        }
    }

    static Report content(EpochReport report) {
        return new Report(
                report.chain(),
                report.rootBlock(),
                report.counter(),
                report.findings().stream()
                        .map(
                                finding ->
                                        new Finding(
                                                Spelling.of(finding.kind()),
                                                Spelling.of(finding.kind().outcome()),
                                                new TreeMap<>(finding.facts())))
                        .toList(),
                report.clusters().stream().map(VerifyDocument::cluster).toList(),
                dkg(report.dkg()),
                report.places().stream()
                        .map(
                                place ->
                                        new Event(
                                                place.event(),
                                                place.height(),
                                                place.blockId(),
                                                place.transactionId(),
                                                place.transactionIndex(),
                                                place.eventIndex()))
                        .toList());
    }

    private static Cluster cluster(EpochReport.ClusterReport cluster) {
        QuorumCertificate certificate = cluster.checked().certificate();
        VoteMessage message = VoteMessage.of(certificate.message());
        String aggregate = cluster.checked().aggregate();
        return new Cluster(
                cluster.index(),
                cluster.totalWeight(),
                cluster.threshold(),
                cluster.weight(),
                certificate.message(),
                Spelling.of(message.form()),
                message.view(),
                message.rootBlockId(),
                certificate.voterIds(),
                certificate.signatures(),
                aggregate.isEmpty() ? null : aggregate,
                Spelling.of(cluster.checked().check()),
                cluster.invalidVoters());
    }

    private static @Nullable Dkg dkg(EpochReport.@Nullable DkgReport dkg) {
        if (dkg == null) {
            return null;
        }
        Judgement judgement = dkg.judgement();
        BeaconKeys keys = judgement.keys();
        return new Dkg(
                judgement.instance().id(),
                judgement.instance().threshold(),
                dkg.committee(),
                judgement.isFailed(),
                keys == null ? null : keys.groupKey(),
                keys == null ? List.of() : keys.nodeKeys(),
                judgement.dealers().stream().map(ReviewSection::dealer).toList(),
                judgement.warnings().stream().map(ReviewSection::ignored).toList(),
                dkg.borderline());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
