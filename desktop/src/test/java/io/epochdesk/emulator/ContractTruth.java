package io.epochdesk.emulator;

import com.fasterxml.jackson.databind.JsonNode;

import io.grpc.StatusRuntimeException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the contracts themselves answer at one block, asked by scripts of the judge's own and read
 * by Jackson alone. Nothing of the console's decoding or deciding is used here.
 */
public final class ContractTruth {

    private final ChainClient chain;
    private final long height;
    private final List<EpochDriver.Posted> posted;
    private final JsonNode epoch;
    private final JsonNode quorum;
    private final JsonNode dkg;
    private @Nullable List<Message> board;
    private @Nullable List<List<Long>> announced;

    ContractTruth(ChainClient chain, long height, List<EpochDriver.Posted> posted) {
        this.chain = chain;
        this.height = height;
        this.posted = posted;
        this.epoch = chain.ask(height, "truth_epoch");
        this.quorum = chain.ask(height, "truth_quorum");
        this.dkg = chain.ask(height, "truth_dkg");
    }

    /** One cluster by {@code FlowClusterQC.getClusters()}. */
    public record Cluster(
            int index,
            Map<String, Long> nodeWeights,
            long totalWeight,
            long threshold,
            boolean complete,
            Map<String, Vote> votes,
            Map<String, Long> weightByMessage) {

        /** Whether any message can still reach the threshold if all others vote for it. */
        public boolean canComplete() {
            long open =
                    nodeWeights.entrySet().stream()
                            .filter(node -> !votes.containsKey(node.getKey()))
                            .mapToLong(Map.Entry::getValue)
                            .sum();
            long best =
                    weightByMessage.values().stream().mapToLong(Long::longValue).max().orElse(0);
            return complete || ((best > 0 || open > 0) && best + open >= threshold);
        }
    }

    /** A vote that was cast. */
    public record Vote(String message, String signature) {}

    /** A final submission; empty when its group key is. */
    public record Submission(String groupKey, List<String> keys) {}

    /** A message of the whiteboard. */
    public record Message(String nodeId, String content) {}

    /** The block all this was asked at. */
    public long height() {
        return height;
    }

    /** A UInt64 or similar of the epoch's answers, by name. */
    public long epoch(String name) {
        return number(epoch.path(name));
    }

    /** A number of {@code FlowEpoch.getConfigMetadata()}. */
    public long config(String name) {
        return number(epoch.path("config").path(name));
    }

    /** A number of {@code FlowEpoch.getEpochTimingConfig()}. */
    public long timing(String name) {
        return number(epoch.path("timing").path(name));
    }

    /** {@code FlowClusterQC.inProgress}. */
    public boolean votingInProgress() {
        return quorum.path("inProgress").asBoolean();
    }

    /** {@code FlowClusterQC.votingCompleted()}. */
    public boolean votingCompleted() {
        return quorum.path("votingCompleted").asBoolean();
    }

    /** All clusters by index. */
    public List<Cluster> clusters() {
        List<Cluster> clusters = new ArrayList<>();
        JsonNode all = quorum.path("clusters");
        for (int i = 0; i < all.size(); i++) {
            JsonNode cluster = all.get(i);
            Map<String, Vote> votes = new TreeMap<>();
            for (Map.Entry<String, JsonNode> vote : cluster.path("generatedVotes").properties()) {
                if (!vote.getValue().path("message").isNull()) {
                    votes.put(
                            vote.getKey(),
                            new Vote(
                                    vote.getValue().path("message").asText(),
                                    vote.getValue().path("signature").asText()));
                }
            }
            clusters.add(
                    new Cluster(
                            (int) number(cluster.path("index")),
                            numbers(cluster.path("nodeWeights")),
                            number(cluster.path("totalWeight")),
                            number(quorum.path("thresholds").get(i)),
                            !quorum.path("completed").get(i).isNull(),
                            votes,
                            numbers(cluster.path("uniqueVoteMessageTotalWeights"))));
        }
        return clusters;
    }

    /** {@code FlowDKG.dkgEnabled}. */
    public boolean dkgEnabled() {
        return dkg.path("enabled").asBoolean();
    }

    /** {@code FlowDKG.dkgCompleted() != nil}. */
    public boolean dkgCompleted() {
        return !dkg.path("completed").isNull();
    }

    /** {@code FlowDKG.getNativeSuccessThreshold()}. */
    public long nativeThreshold() {
        return number(dkg.path("nativeThreshold"));
    }

    /** {@code FlowDKG.getSafeSuccessThreshold()}. */
    public long safeThreshold() {
        return number(dkg.path("safeThreshold"));
    }

    /** {@code FlowDKG.getConsensusNodeIDs()}, ascending. */
    public List<String> committee() {
        return texts(dkg.path("committee")).stream().sorted().toList();
    }

    /** Who submitted what. */
    public Map<String, Submission> submissions() {
        Map<String, Submission> submissions = new TreeMap<>();
        dkg.path("submitted")
                .properties()
                .forEach(entry -> submissions.put(entry.getKey(), submission(entry.getValue())));
        return submissions;
    }

    /** {@code FlowDKG.getFinalSubmissions()} with {@code getFinalSubmissionCount()}. */
    public Map<Submission, Long> submissionCounts() {
        Map<Submission, Long> counts = new LinkedHashMap<>();
        JsonNode uniques = dkg.path("uniques");
        for (int i = 0; i < uniques.size(); i++) {
            counts.put(
                    submission(uniques.get(i)),
                    number(dkg.path("counts").path(Integer.toString(i))));
        }
        return counts;
    }

    /**
     * {@code FlowDKG.getWhiteBoardMessages()}; not to be had once the board is larger than a script
     * may touch.
     */
    public List<Message> whiteboard() {
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : chain.ask(height, "truth_whiteboard")) {
            messages.add(
                    new Message(message.path("nodeID").asText(), message.path("content").asText()));
        }
        return messages;
    }

    /** Whether a script can still touch the whiteboard; one past 20 MB fails with error 1106. */
    public boolean isWhiteboardReadable() {
        try {
            whiteboard();
            return true;
        } catch (StatusRuntimeException e) {
            if (String.valueOf(e.getMessage()).contains("1106")) {
                return false;
            }
            throw e;
        }
    }

    /**
     * The whiteboard, by the contract's list or, where no script can touch it any more, by what
     * this driver posted.
     */
    public List<Message> board() {
        if (board == null) {
            board =
                    isWhiteboardReadable()
                            ? whiteboard()
                            : posted.stream()
                                    .map(
                                            message ->
                                                    new Message(
                                                            message.nodeId(), message.content()))
                                    .toList();
        }
        return board;
    }

    /** The instance ID that messages of the present or last DKG should have. */
    public String instanceId() {
        return "dkg-flow-emulator-" + (epoch("counter") + (dkgEnabled() ? 1 : 0));
    }

    /**
     * Whether some submission can still count more than the safe threshold, if all others submit
     * the same.
     */
    public boolean dkgCanComplete() {
        long best =
                submissionCounts().entrySet().stream()
                        .filter(each -> !each.getKey().groupKey().isEmpty())
                        .mapToLong(Map.Entry::getValue)
                        .max()
                        .orElse(0);
        long open = (long) committee().size() - submissions().size();
        return dkgCompleted() || best + open > safeThreshold();
    }

    /** {@code FlowEpoch.getEpochTimingConfig().getTargetEndTimeForEpoch(counter)}, Unix seconds. */
    public long targetEnd() {
        return epoch("targetEnd");
    }

    /**
     * The DKG deadlines of the current epoch: those announced, else those the present configuration
     * gives.
     */
    public List<Long> deadlines() {
        return announcedDeadlines()
                .orElseGet(
                        () ->
                                Stream.of(1, 2, 3)
                                        .map(
                                                k ->
                                                        epoch("stakingEndView")
                                                                + k * config("numViewsInDKGPhase"))
                                        .toList());
    }

    /** What this driver posted since the DKG began, for boards too large for a script. */
    public List<EpochDriver.Posted> posted() {
        return posted;
    }

    /** Events of a type such as {@code FlowEpoch.EpochSetup} up to this block. */
    public List<JsonNode> events(String type) {
        return chain.events(type, 0, height).stream().map(ChainClient.Event::fields).toList();
    }

    /** The DKG deadlines of the current epoch by the event that announced it, if there was one. */
    public Optional<List<Long>> announcedDeadlines() {
        if (announced == null) {
            announced = askAnnouncedDeadlines().stream().toList();
        }
        return announced.stream().findFirst();
    }

    private Optional<List<Long>> askAnnouncedDeadlines() {
        long counter = epoch("counter");
        return Stream.of("FlowEpoch.EpochSetup", "FlowEpoch.EpochRecover")
                .flatMap(type -> events(type).stream())
                .filter(event -> number(event.path("counter")) == counter)
                .reduce((first, second) -> second)
                .map(
                        event ->
                                List.of(
                                        number(event.path("DKGPhase1FinalView")),
                                        number(event.path("DKGPhase2FinalView")),
                                        number(event.path("DKGPhase3FinalView"))));
    }

    private static Submission submission(JsonNode submission) {
        return new Submission(
                submission.path("groupPubKey").isNull()
                        ? ""
                        : submission.path("groupPubKey").asText(),
                texts(submission.path("pubKeys")));
    }

    private static List<String> texts(@Nullable JsonNode array) {
        return array == null
                ? List.of()
                : StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static Map<String, Long> numbers(JsonNode dictionary) {
        Map<String, Long> numbers = new TreeMap<>();
        dictionary
                .properties()
                .forEach(entry -> numbers.put(entry.getKey(), number(entry.getValue())));
        return numbers;
    }

    private static long number(JsonNode text) {
        return Long.parseLong(text.asText());
    }
}
