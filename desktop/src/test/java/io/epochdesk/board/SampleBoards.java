package io.epochdesk.board;

import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.SampleWhiteboard;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Fallback;
import io.epochdesk.epoch.EpochOutlook.Milestone;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.fault.ChainFault;
import io.epochdesk.fault.NetworkFault;
import io.epochdesk.live.Part;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.network.AccessNode;
import io.epochdesk.network.BlockHeader;
import io.epochdesk.network.ChainId;
import io.epochdesk.network.ChainIdentity;
import io.epochdesk.network.Connection;
import io.epochdesk.network.Transport;
import io.epochdesk.quorum.CheckedCertificate;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.QuorumCertificate;
import io.epochdesk.quorum.StakingKeys;
import io.epochdesk.quorum.VoteCheck;
import io.epochdesk.quorum.VoteChecks;
import io.epochdesk.quorum.VoteGroup;
import io.epochdesk.quorum.VotingRound;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Made-up boards for tests of pages and commands. Everything in them is test data: node IDs, votes
 * and keys come from a seeded random generator, no real node is meant. The same seed and size give
 * the same board.
 */
public final class SampleBoards {

    /** The moment all boards speak of. */
    public static final Instant NOW = Instant.parse("2026-09-09T12:00:00Z");

    private static final long COUNTER = 213;
    private static final long START_VIEW = 4_000_001;

    private final Size size;
    private final long seed;
    private final Instant now;

    public SampleBoards(Size size, long seed, Instant now) {
        this.size = size;
        this.seed = seed;
        this.now = now;
    }

    /** Boards of this size with seed 1 at {@link #NOW}. */
    public static SampleBoards of(Size size) {
        return new SampleBoards(size, 1, NOW);
    }

    /** How large the made-up network is. */
    public enum Size {
        /** 3 clusters of 2 or 3 collection nodes, 7 consensus nodes. */
        SMALL(3, 8, 7, 3_000),
        /** 12 clusters, 120 collection nodes, 110 consensus nodes. */
        MAINNET(12, 120, 110, 756_000);

        final int clusters;
        final int collectors;
        final int consensus;
        final long views;

        Size(int clusters, int collectors, int consensus, long views) {
            this.clusters = clusters;
            this.collectors = collectors;
            this.consensus = consensus;
            this.views = views;
        }
    }

    /** Nothing known yet. */
    public BoardSnapshot empty() {
        return BoardSnapshot.empty();
    }

    /** Mid-auction; the contract still answers with the last epoch's complete votes and DKG. */
    public BoardSnapshot auction() {
        EpochState epoch = epoch(EpochPhase.STAKING_AUCTION, 0.4);
        Whiteboard board = SampleWhiteboard.happy(committee(), COUNTER, seed);
        return snapshot(
                epoch,
                round(VotingRound.Standing.LAST_EPOCH, 1.0, false),
                dkg(DkgState.Standing.LAST_EPOCH, 1.0, false),
                board,
                Fallback.NONE,
                List.of());
    }

    /**
     * DKG phase 2: two thirds voted; cluster 0 is split beyond hope, cluster 1 has a case variant;
     * complaints, messages of another instance, duplicates and nonsense on the board.
     */
    public BoardSnapshot setup() {
        EpochState epoch = epoch(EpochPhase.EPOCH_SETUP, 0.84);
        Whiteboard board = SampleWhiteboard.troubled(committee(), COUNTER + 1, seed, 0);
        return snapshot(
                epoch,
                round(VotingRound.Standing.CURRENT, 0.66, true),
                dkg(DkgState.Standing.CURRENT, 0, false),
                board,
                Fallback.NONE,
                List.of(
                        new Attention(
                                Attention.Kind.CLUSTER_CANNOT_COMPLETE, Map.of("cluster", "0")),
                        new Attention(
                                Attention.Kind.INVALID_MESSAGES,
                                Map.of("count", String.valueOf(board.tally().invalid()))),
                        new Attention(Attention.Kind.CASE_SPLIT, Map.of("cluster", "1"))));
    }

    /** As {@link #setup()}, with a board of this many messages. */
    public BoardSnapshot setupWithMessages(int messages) {
        BoardSnapshot setup = setup();
        return with(setup, SampleWhiteboard.troubled(committee(), COUNTER + 1, seed, messages));
    }

    /**
     * Late in setup: one vote and one submission short; an empty and a differing submission are
     * there.
     */
    public BoardSnapshot almostDone() {
        EpochState epoch = epoch(EpochPhase.EPOCH_SETUP, 0.975);
        VotingRound round = round(VotingRound.Standing.CURRENT, 0.99, false);
        DkgState dkg = dkg(DkgState.Standing.CURRENT, 0.6, true);
        return snapshot(
                epoch,
                round,
                dkg,
                SampleWhiteboard.complaintsAnswered(committee(), COUNTER + 1, seed),
                Fallback.NONE,
                List.of(
                        new Attention(
                                Attention.Kind.CLUSTER_LATE,
                                Map.of(
                                        "cluster",
                                        String.valueOf(size.clusters - 1),
                                        "missing",
                                        "100")),
                        new Attention(
                                Attention.Kind.DKG_LATE,
                                Map.of(
                                        "needed",
                                        String.valueOf(dkg.needed()),
                                        "have",
                                        String.valueOf(
                                                dkg.leading()
                                                        .map(SubmissionGroup::count)
                                                        .orElse(0))))));
    }

    /** All is done, EpochCommit came. */
    public BoardSnapshot committed() {
        return snapshot(
                epoch(EpochPhase.EPOCH_COMMIT, 0.97),
                round(VotingRound.Standing.CURRENT, 1.0, false),
                dkg(DkgState.Standing.CURRENT, 1.0, false),
                SampleWhiteboard.happy(committee(), COUNTER + 1, seed),
                Fallback.NONE,
                List.of());
    }

    /** The connection is lost and everything is three minutes old; fallback is suspected. */
    public BoardSnapshot stale() {
        SampleBoards before = new SampleBoards(size, seed, now.minus(Duration.ofMinutes(3)));
        BoardSnapshot old =
                before.snapshot(
                        epoch(EpochPhase.EPOCH_SETUP, 0.9995),
                        round(VotingRound.Standing.CURRENT, 0.66, true),
                        dkg(DkgState.Standing.CURRENT, 0.4, true),
                        SampleWhiteboard.troubled(committee(), COUNTER + 1, seed, 0),
                        Fallback.SUSPECTED,
                        List.of());
        NetworkFault lost =
                new NetworkFault(
                        NetworkFault.Kind.NO_NODE_LEFT,
                        Map.of("network", "Sample network", "count", "2"),
                        "test data");
        Instant since = now.minus(Duration.ofMinutes(2));
        return new BoardSnapshot(
                new Connection(
                        Connection.State.LOST,
                        old.connection().identity(),
                        old.connection().node(),
                        old.connection().tip(),
                        old.connection().tipSeenAt(),
                        null,
                        lost),
                old.epoch().failed(lost, since),
                old.deadlines(),
                old.outlook(),
                old.voting().failed(lost, since),
                old.dkg().failed(lost, since),
                old.whiteboard().failed(lost, since),
                old.matrix().failed(lost, since),
                List.of(
                        new Attention(
                                Attention.Kind.CLUSTER_CANNOT_COMPLETE, Map.of("cluster", "0")),
                        new Attention(
                                Attention.Kind.FALLBACK_SUSPECTED,
                                Map.of("certainty", "SUSPECTED")),
                        new Attention(Attention.Kind.DATA_OLD, Map.of("seconds", "180"))));
    }

    /**
     * As {@link #setup()}, but the DKG's part cannot be read and the whiteboard comes from the
     * script's list in front.
     */
    public BoardSnapshot partlyFailing() {
        BoardSnapshot setup = setup();
        ChainFault fault =
                new ChainFault(
                        ChainFault.Kind.STORAGE_LIMIT,
                        Map.of("script", "dkg"),
                        "[Error Code: 1106] test data");
        return new BoardSnapshot(
                setup.connection(),
                setup.epoch(),
                setup.deadlines(),
                setup.outlook(),
                setup.voting(),
                Part.<DkgState>waiting().failed(fault, now.minusSeconds(20)),
                setup.whiteboard(),
                Part.<DkgMatrix>waiting().failed(fault, now.minusSeconds(20)),
                setup.attention());
    }

    /**
     * A DKG in setup, reviewed.
     *
     * @param progress how much of the epoch has passed, from 0 to 1
     */
    public BoardSnapshot reviewed(
            double progress, DkgState dkg, Whiteboard board, @Nullable DkgReview review) {
        BoardSnapshot base =
                snapshot(
                        epoch(
                                board.announced().isEmpty()
                                        ? EpochPhase.EPOCH_SETUP
                                        : EpochPhase.EPOCH_COMMIT,
                                progress),
                        round(VotingRound.Standing.CURRENT, 1.0, false),
                        dkg,
                        board,
                        Fallback.NONE,
                        List.of());
        return base.reviewed(review, review == null);
    }

    /** Counter of the epoch that is being prepared. */
    public static long upcomingCounter() {
        return COUNTER + 1;
    }

    /** The committee all these boards share, in canonical order. */
    public List<String> committee() {
        return nodeIds(new Random(seed + 7), size.consensus);
    }

    private BoardSnapshot with(BoardSnapshot base, Whiteboard board) {
        return new BoardSnapshot(
                base.connection(),
                base.epoch(),
                base.deadlines(),
                base.outlook(),
                base.voting(),
                base.dkg(),
                part(board),
                part(DkgMatrix.of(base.dkg().value().orElseThrow(), board.tally(), true)),
                base.attention());
    }

    private BoardSnapshot snapshot(
            EpochState epoch,
            VotingRound round,
            DkgState dkg,
            Whiteboard board,
            Fallback fallback,
            List<Attention> attention) {
        DkgDeadlines deadlines = deadlines(epoch);
        return new BoardSnapshot(
                connection(epoch),
                part(epoch),
                part(deadlines),
                part(outlook(epoch, deadlines, fallback)),
                part(round),
                part(dkg),
                part(board),
                part(DkgMatrix.of(dkg, board.tally(), epoch.view() > deadlines.phase1())),
                attention);
    }

    private Connection connection(EpochState epoch) {
        AccessNode node =
                new AccessNode("sample-access-1", "127.0.0.1", 3569, new Transport.Plaintext());
        BlockHeader tip =
                new BlockHeader(
                        "ab".repeat(32),
                        "cd".repeat(32),
                        height(),
                        epoch.view(),
                        now.minusSeconds(4));
        return new Connection(
                Connection.State.CONNECTED,
                new ChainIdentity("sample", new ChainId("flow-sample"), "ef".repeat(32), 0),
                node,
                tip,
                now.minusSeconds(2),
                Duration.ofMillis(38),
                null);
    }

    private <T> Part<T> part(T value) {
        return Part.of(
                new Reading<>(
                        value,
                        new Provenance(
                                "sample-access-1",
                                height(),
                                now.minusSeconds(5),
                                now.minusSeconds(1))));
    }

    private static long height() {
        return 98_765_432;
    }

    private EpochState epoch(EpochPhase phase, double progress) {
        long length = size.views;
        long end = START_VIEW + length - 1;
        long auctionEnd = START_VIEW + length * 7 / 10 - 1;
        return new EpochState(
                COUNTER,
                phase,
                START_VIEW + (long) (length * progress),
                START_VIEW,
                auctionEnd,
                end,
                new EpochState.Config(length, length * 7 / 10, length / 12, size.clusters),
                new EpochState.Timing(604_800, 200, now.getEpochSecond() - 12L * 604_800));
    }

    private DkgDeadlines deadlines(EpochState epoch) {
        long phase = epoch.config().viewsInDkgPhase();
        return new DkgDeadlines(
                epoch.stakingEndView() + phase,
                epoch.stakingEndView() + 2 * phase,
                epoch.stakingEndView() + 3 * phase,
                DkgDeadlines.Origin.EVENT);
    }

    private EpochOutlook outlook(EpochState epoch, DkgDeadlines deadlines, Fallback fallback) {
        double rate = 1.25;
        long threshold = size == Size.MAINNET ? 1_000 : 100;
        long commit = epoch.endView() - threshold;
        Map<Milestone.Kind, Long> views = new LinkedHashMap<>();
        views.put(Milestone.Kind.AUCTION_END, epoch.stakingEndView());
        views.put(Milestone.Kind.DKG_PHASE_1_END, deadlines.phase1());
        views.put(Milestone.Kind.DKG_PHASE_2_END, deadlines.phase2());
        views.put(Milestone.Kind.DKG_PHASE_3_END, deadlines.phase3());
        views.put(Milestone.Kind.COMMIT_DEADLINE, commit);
        views.put(Milestone.Kind.EPOCH_END, epoch.endView());
        List<Milestone> milestones = new ArrayList<>();
        views.forEach(
                (kind, view) ->
                        milestones.add(
                                new Milestone(
                                        kind,
                                        view,
                                        now.plusMillis(
                                                (long) ((view - epoch.view()) / rate * 1000)),
                                        epoch.view() > view)));
        long refEpochs = epoch.counter() - epoch.timing().refCounter();
        return new EpochOutlook(
                OptionalDouble.of(rate),
                Duration.ofMinutes(10),
                milestones,
                OptionalLong.of(commit),
                Instant.ofEpochSecond(
                        epoch.timing().refTimestamp() + epoch.timing().duration() * refEpochs),
                fallback);
    }

    /**
     * Votes of all clusters; {@code turnout} 1 is everybody, 0.99 is everybody but what the last
     * cluster lacks.
     */
    private VotingRound round(VotingRound.Standing standing, double turnout, boolean split) {
        Random random = new Random(seed + 11);
        List<String> ids = new ArrayList<>(nodeIds(random, size.collectors));
        List<ClusterTally> clusters = new ArrayList<>();
        for (int index = 0; index < size.clusters; index++) {
            List<String> members = new ArrayList<>();
            for (int i = index; i < ids.size(); i += size.clusters) {
                members.add(ids.get(i));
            }
            members.sort(Comparator.naturalOrder());
            boolean short_ = turnout < 1 && turnout > 0.98 && index == size.clusters - 1;
            double share = short_ ? 0.6 : turnout > 0.98 ? 1 : turnout;
            clusters.add(cluster(index, members, share, split, random));
        }
        return new VotingRound(
                        standing == VotingRound.Standing.CURRENT,
                        clusters.stream().allMatch(ClusterTally::complete),
                        clusters,
                        standing)
                .checked(checks(clusters, split));
    }

    /** All verified; where messages compete, one vote is invalid and one not checked yet. */
    private static VoteChecks checks(List<ClusterTally> clusters, boolean split) {
        Map<String, VoteCheck> checks = new LinkedHashMap<>();
        Map<Integer, CheckedCertificate> certificates = new LinkedHashMap<>();
        for (ClusterTally cluster : clusters) {
            for (ClusterVoter voter : cluster.members()) {
                if (voter.hasVoted()) {
                    VoteCheck special = checks.isEmpty() ? VoteCheck.INVALID : VoteCheck.UNCHECKED;
                    checks.put(
                            voter.nodeId(),
                            split && checks.size() < 2 ? special : VoteCheck.VERIFIED);
                }
            }
            QuorumCertificate.of(cluster)
                    .ifPresent(
                            made ->
                                    certificates.put(
                                            cluster.index(),
                                            new CheckedCertificate(
                                                    made,
                                                    VoteCheck.VERIFIED,
                                                    made.signatures().getFirst())));
        }
        return new VoteChecks(
                checks,
                certificates,
                new VoteChecks.KeyOrigin(StakingKeys.Source.ANNOUNCEMENT, height() - 40_000),
                true);
    }

    private static ClusterTally cluster(
            int index, List<String> ids, double share, boolean split, Random random) {
        String message = "00000000003d%04x".formatted(index) + hex(random, 32);
        List<ClusterVoter> voters = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            boolean voted = (split && index == 0) || i < Math.round(ids.size() * share);
            String voteMessage = message;
            if (split && index == 0 && i % 2 == 1) {
                voteMessage = "00000000003dffff" + message.substring(16);
            } else if (split && index == 1 && i == 0) {
                voteMessage = message.toUpperCase(Locale.ROOT);
            }
            voters.add(
                    new ClusterVoter(
                            ids.get(i),
                            100,
                            voted ? voteMessage : null,
                            voted ? hex(random, 48) : null));
        }
        long total = 100L * ids.size();
        long threshold = 2 * (total / 3) + (total % 3 <= 1 ? 1 : 2);
        List<VoteGroup> groups = groups(voters);
        boolean complete = groups.stream().anyMatch(group -> group.weight() >= threshold);
        return new ClusterTally(index, voters, total, threshold, complete, groups);
    }

    private static List<VoteGroup> groups(List<ClusterVoter> voters) {
        Map<String, List<ClusterVoter>> byMessage = new LinkedHashMap<>();
        for (ClusterVoter voter : voters) {
            if (voter.message() != null) {
                byMessage.computeIfAbsent(voter.message(), any -> new ArrayList<>()).add(voter);
            }
        }
        return byMessage.entrySet().stream()
                .map(
                        group ->
                                new VoteGroup(
                                        group.getKey(),
                                        group.getValue().stream()
                                                .mapToLong(ClusterVoter::weight)
                                                .sum(),
                                        group.getValue().size(),
                                        byMessage.keySet().stream()
                                                .anyMatch(
                                                        other ->
                                                                !other.equals(group.getKey())
                                                                        && other.equalsIgnoreCase(
                                                                                group.getKey()))))
                .sorted(Comparator.comparingLong(VoteGroup::weight).reversed())
                .toList();
    }

    private DkgState dkg(DkgState.Standing standing, double submitted, boolean mixed) {
        List<String> committee = committee();
        Random random = new Random(seed + 13);
        long nativeThreshold = (committee.size() - 1L) / 2;
        long safe = Math.max(nativeThreshold, (long) (0.7 * committee.size()));
        List<String> submitters =
                new ArrayList<>(
                        committee.subList(0, (int) Math.round(committee.size() * submitted)));
        List<SubmissionGroup> groups = new ArrayList<>();
        String groupKey = hex(random, 96);
        List<String> keys = new ArrayList<>();
        committee.forEach(node -> keys.add(hex(random, 96)));
        List<String> empty = mixed ? List.of(submitters.removeLast()) : List.of();
        List<String> differing = mixed ? List.of(submitters.removeLast()) : List.of();
        if (!submitters.isEmpty()) {
            groups.add(new SubmissionGroup(groupKey, keys, hex(random, 8), submitters, false));
        }
        if (mixed) {
            groups.add(
                    new SubmissionGroup(
                            hex(random, 96), keys.reversed(), hex(random, 8), differing, false));
            groups.add(new SubmissionGroup("", List.of(), hex(random, 8), empty, true));
        }
        boolean complete =
                standing == DkgState.Standing.CURRENT
                        && submitters.size() > safe
                        && !submitters.isEmpty();
        return new DkgState(
                standing == DkgState.Standing.CURRENT,
                committee,
                groups.isEmpty() ? DkgState.Order.CANONICAL : DkgState.Order.CONFIRMED,
                nativeThreshold,
                safe,
                groups,
                complete,
                standing);
    }

    private static List<String> nodeIds(Random random, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(hex(random, 32));
        }
        ids.sort(Comparator.naturalOrder());
        return List.copyOf(ids);
    }

    private static String hex(Random random, int bytes) {
        byte[] data = new byte[bytes];
        random.nextBytes(data);
        return HexFormat.of().formatHex(data);
    }

    /** Number of messages of a kind on the board of a snapshot. */
    public static int messages(BoardSnapshot snapshot, MessageKind kind) {
        return snapshot.whiteboard().value().orElseThrow().tally().count(kind);
    }
}
