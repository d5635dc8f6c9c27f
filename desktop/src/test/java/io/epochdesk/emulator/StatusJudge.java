package io.epochdesk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.epochdesk.board.Attention;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.WhiteboardEntry.Flag;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what {@code status --json} prints with what the contracts answer: every figure that a
 * contract knows.
 */
final class StatusJudge {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> PHASES =
            List.of("stakingAuction", "epochSetup", "epochCommit");

    private final SoftAssertions softly;
    private final ContractTruth truth;
    private final JsonNode status;

    private StatusJudge(SoftAssertions softly, ContractTruth truth, JsonNode status) {
        this.softly = softly;
        this.truth = truth;
        this.status = status;
    }

    /** Compares a whole document. */
    static void compare(SoftAssertions softly, JsonNode status, ContractTruth truth) {
        StatusJudge judge = new StatusJudge(softly, truth, status);
        softly.assertThat(status.path("network").path("state").asText())
                .as("status: connection")
                .isEqualTo("connected");
        softly.assertThat(status.path("faults")).as("status: faults").isEmpty();
        judge.epoch();
        judge.deadlines();
        judge.voting();
        judge.dkg();
        judge.whiteboard();
        judge.matrix();
        judge.outlook();
        judge.attention();
    }

    private void epoch() {
        part(
                "epoch",
                fields(
                        "counter", truth.epoch("counter"),
                        "upcomingCounter", truth.epoch("proposedCounter"),
                        "phase", PHASES.get((int) truth.epoch("phase")),
                        "view", truth.epoch("view"),
                        "startView", truth.epoch("startView"),
                        "stakingEndView", truth.epoch("stakingEndView"),
                        "endView", truth.epoch("endView"),
                        "config",
                                fields(
                                        "viewsInEpoch", truth.config("numViewsInEpoch"),
                                        "viewsInStakingAuction",
                                                truth.config("numViewsInStakingAuction"),
                                        "viewsInDkgPhase", truth.config("numViewsInDKGPhase"),
                                        "collectorClusters", truth.config("numCollectorClusters")),
                        "timing",
                                fields(
                                        "durationSeconds", truth.timing("duration"),
                                        "refCounter", truth.timing("refCounter"),
                                        "refTimestamp", truth.timing("refTimestamp"))));
    }

    private void deadlines() {
        part(
                "deadlines",
                fields(
                        "phase1View", truth.deadlines().get(0),
                        "phase2View", truth.deadlines().get(1),
                        "phase3View", truth.deadlines().get(2),
                        "origin", truth.announcedDeadlines().isPresent() ? "event" : "computed"));
    }

    private void outlook() {
        part(
                "outlook",
                fields(
                        "commitDeadlineView",
                        null,
                        "targetEnd",
                        Instant.ofEpochSecond(truth.targetEnd()).toString(),
                        "fallback",
                        "notApplicable"));
        JsonNode value = status.path("outlook").path("value");
        boolean measured = value.path("viewsPerSecond").isNumber();
        is(
                "outlook.measuredOverSeconds is told with a rate only",
                value.path("measuredOverSeconds").asLong() >= 10,
                measured);
        Map<String, Long> views =
                Map.of(
                        "auctionEnd", truth.epoch("stakingEndView"),
                        "dkgPhase1End", truth.deadlines().get(0),
                        "dkgPhase2End", truth.deadlines().get(1),
                        "dkgPhase3End", truth.deadlines().get(2),
                        "epochEnd", truth.epoch("endView"));
        Map<String, Long> printed = new TreeMap<>();
        long before = Long.MIN_VALUE;
        for (JsonNode milestone : value.path("milestones")) {
            String kind = milestone.path("kind").asText();
            long view = milestone.path("view").asLong();
            printed.put(kind, view);
            is("outlook: order of " + kind, view >= before, true);
            before = view;
            is(
                    "outlook: passed " + kind,
                    milestone.path("passed").asBoolean(),
                    truth.epoch("view") > view);
            is("outlook: ETA of " + kind, milestone.path("eta").isTextual(), measured);
        }
        is("outlook.milestones", printed, new TreeMap<>(views));
    }

    private void attention() {
        List<Attention> expected = TruthAttention.of(truth);
        JsonNode printed = status.path("attention");
        is("attention", printed.size(), expected.size());
        for (int i = 0; i < Math.min(printed.size(), expected.size()); i++) {
            Attention each = expected.get(i);
            holds(
                    "attention[" + i + "]",
                    printed.get(i),
                    fields("kind", spelled(each.kind()), "facts", each.facts()));
            softly.assertThat(printed.get(i).path("sentence").asText())
                    .as("status: sentence of attention %d", i)
                    .isNotBlank();
        }
    }

    private void voting() {
        List<ContractTruth.Cluster> clusters = truth.clusters();
        String standing =
                clusters.isEmpty() ? "none" : truth.votingInProgress() ? "current" : "lastEpoch";
        part(
                "voting",
                fields(
                        "standing", standing,
                        "inProgress", truth.votingInProgress(),
                        "votingCompleted", truth.votingCompleted(),
                        "complete", standing.equals("current") && truth.votingCompleted(),
                        "completeClusters",
                                clusters.stream().filter(ContractTruth.Cluster::complete).count()));
        JsonNode printed = status.path("voting").path("value").path("clusters");
        is("voting.clusters", printed.size(), clusters.size());
        for (int i = 0; i < Math.min(printed.size(), clusters.size()); i++) {
            cluster("voting.clusters[" + i + "]", printed.get(i), clusters.get(i));
        }
    }

    private void cluster(String name, JsonNode printed, ContractTruth.Cluster cluster) {
        List<Object> members = new ArrayList<>();
        new TreeMap<>(cluster.nodeWeights())
                .forEach(
                        (id, weight) -> {
                            ContractTruth.Vote vote = cluster.votes().get(id);
                            members.add(
                                    fields(
                                            "nodeId",
                                            id,
                                            "weight",
                                            weight,
                                            "voted",
                                            vote != null,
                                            "message",
                                            vote == null ? null : vote.message(),
                                            "signature",
                                            vote == null ? null : vote.signature(),
                                            "check",
                                            vote == null ? null : "verified"));
                        });
        holds(
                name,
                printed,
                fields(
                        "index", cluster.index(),
                        "totalWeight", cluster.totalWeight(),
                        "threshold", cluster.threshold(),
                        "complete", cluster.complete(),
                        "canComplete", cluster.canComplete(),
                        "members", members));
        Map<String, Long> weights = new TreeMap<>();
        printed.path("messages")
                .forEach(
                        message ->
                                weights.put(
                                        message.path("message").asText(),
                                        message.path("weight").asLong()));
        is(name + ".messages", weights, cluster.weightByMessage());
    }

    private void dkg() {
        part(
                "dkg",
                fields(
                        "standing",
                                truth.committee().isEmpty()
                                        ? "none"
                                        : truth.dkgEnabled() ? "current" : "lastEpoch",
                        "enabled", truth.dkgEnabled(),
                        "complete", truth.dkgCompleted(),
                        "canComplete", truth.dkgCanComplete(),
                        "nativeThreshold", truth.nativeThreshold(),
                        "safeThreshold", truth.safeThreshold(),
                        "needed", truth.safeThreshold() + 1,
                        "committee", truth.committee(),
                        "submitted", truth.submissions().size()));
        Map<String, Long> counts = new TreeMap<>();
        truth.submissionCounts()
                .forEach(
                        (submission, count) ->
                                counts.merge(
                                        submission.groupKey() + submission.keys(),
                                        count,
                                        Long::sum));
        Map<String, Long> printed = new TreeMap<>();
        for (JsonNode group : status.path("dkg").path("value").path("groups")) {
            List<String> keys = new ArrayList<>();
            group.path("keys").forEach(key -> keys.add(key.asText()));
            printed.put(group.path("groupKey").asText() + keys, group.path("count").asLong());
        }
        is("dkg.groups", printed, counts);
    }

    private void whiteboard() {
        List<TruthMessage> messages = TruthMessage.judge(truth);
        Map<String, Object> kinds = new TreeMap<>();
        for (MessageKind kind : MessageKind.values()) {
            kinds.put(
                    spelled(kind),
                    messages.stream().filter(message -> message.kind() == kind).count());
        }
        Map<String, Object> flags = new TreeMap<>();
        for (Flag flag : Flag.values()) {
            flags.put(
                    spelled(flag),
                    messages.stream().filter(message -> message.flags().contains(flag)).count());
        }
        part(
                "whiteboard",
                fields(
                        "messages",
                        messages.size(),
                        "invalid",
                        messages.stream().filter(TruthMessage::isInvalid).count(),
                        "kinds",
                        kinds,
                        "flags",
                        flags));
    }

    private void matrix() {
        List<DkgMatrix.Row> rows = TruthMatrix.rows(truth);
        JsonNode printed = status.path("matrix").path("value").path("rows");
        is("matrix.rows", printed.size(), rows.size());
        for (int i = 0; i < Math.min(printed.size(), rows.size()); i++) {
            DkgMatrix.Row row = rows.get(i);
            holds(
                    "matrix.rows[" + i + "]",
                    printed.get(i),
                    fields(
                            "index", row.index(),
                            "nodeId", row.nodeId(),
                            "vector", spelled(row.vector()),
                            "vectorOverdue", row.vectorOverdue(),
                            "complaintsMade", row.complaintsMade(),
                            "complaintsAgainst", row.complaintsAgainst(),
                            "answersGiven", row.answersGiven(),
                            "unanswered", row.unanswered(),
                            "submission", spelled(row.submission()),
                            "messages", row.messages(),
                            "flags",
                                    row.flags().stream()
                                            .sorted()
                                            .map(StatusJudge::spelled)
                                            .toList()));
        }
    }

    private void part(String name, Map<String, Object> expected) {
        is(
                name + ".origin.height",
                status.path(name).path("origin").path("height").asLong(),
                truth.height());
        holds(name, status.path(name).path("value"), expected);
    }

    private void holds(String name, JsonNode printed, Map<String, Object> expected) {
        expected.forEach(
                (field, value) ->
                        is(
                                name + "." + field,
                                printed.path(field).toString(),
                                ordered(value, printed.path(field))));
    }

    /**
     * The expected value as JSON text, with its fields in the order in which the printed one has
     * them.
     */
    private static String ordered(@Nullable Object value, JsonNode printed) {
        JsonNode expected = MAPPER.valueToTree(value);
        if (!expected.isObject() || !printed.isObject()) {
            return String.valueOf(expected);
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        printed.fieldNames().forEachRemaining(name -> fields.put(name, expected.path(name)));
        expected.fieldNames().forEachRemaining(name -> fields.put(name, expected.path(name)));
        return MAPPER.valueToTree(fields).toString();
    }

    private static String spelled(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }

    private static Map<String, Object> fields(@Nullable Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }

    private void is(String what, @Nullable Object seen, @Nullable Object expected) {
        softly.assertThat(seen).as("status: " + what).isEqualTo(expected);
    }
}
