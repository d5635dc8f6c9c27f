package io.epochdesk.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.board.Attention.Kind;
import io.epochdesk.dkg.DkgMatrix;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.dkg.WhiteboardTally;
import io.epochdesk.epoch.DkgDeadlines;
import io.epochdesk.epoch.EpochOutlook;
import io.epochdesk.epoch.EpochOutlook.Fallback;
import io.epochdesk.epoch.EpochPhase;
import io.epochdesk.epoch.EpochState;
import io.epochdesk.live.Part;
import io.epochdesk.live.Provenance;
import io.epochdesk.live.Reading;
import io.epochdesk.network.Connection;
import io.epochdesk.quorum.ClusterTally;
import io.epochdesk.quorum.ClusterVoter;
import io.epochdesk.quorum.VoteGroup;
import io.epochdesk.quorum.VotingRound;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** One row for each rule, and one beside it where the rule just does not hold. */
final class AttentionRulesTest {

    private static final Instant NOW = Instant.parse("2026-09-09T10:00:00Z");

    /**
     * Setup runs from view 700 to the commit deadline 900: its last quarter begins after view 850.
     */
    private static final long EARLY = 850;

    private static final long LATE = 851;

    static Stream<Arguments> rules() {
        return Stream.of(
                row("all is well", new Scene(), List.of()),
                row("auction, last epoch's votes incomplete", new Scene().leftovers(), List.of()),
                row(
                        "a cluster split beyond hope",
                        new Scene().votes("aa", "aa", "bb"),
                        List.of(Kind.CLUSTER_CANNOT_COMPLETE)),
                row("a cluster with a vote open", new Scene().votes("aa", "aa", null), List.of()),
                row(
                        "a cluster with a vote open, late",
                        new Scene().votes("aa", "aa", null).view(LATE),
                        List.of(Kind.CLUSTER_LATE)),
                row(
                        "a complete cluster, late",
                        new Scene().votes("aa", "aa", "aa").view(LATE),
                        List.of()),
                row(
                        "groups that differ in case",
                        new Scene().votes("aa", "AA", null),
                        List.of(Kind.CLUSTER_CANNOT_COMPLETE, Kind.CASE_SPLIT)),
                row("the DKG can complete", new Scene().submissions(2, 1), List.of()),
                row(
                        "the DKG can no longer complete",
                        new Scene().submissions(2, 2),
                        List.of(Kind.DKG_CANNOT_COMPLETE)),
                row(
                        "the DKG incomplete, late",
                        new Scene().submissions(2, 1).view(LATE),
                        List.of(Kind.DKG_LATE)),
                row("the DKG complete, late", new Scene().submissions(4, 0).view(LATE), List.of()),
                row(
                        "late without a commit deadline counts to the epoch's end",
                        new Scene().submissions(2, 1).noDeadline().view(925),
                        List.of()),
                row(
                        "just later",
                        new Scene().submissions(2, 1).noDeadline().view(926),
                        List.of(Kind.DKG_LATE)),
                row("invalid messages", new Scene().invalid(1), List.of(Kind.INVALID_MESSAGES)),
                row(
                        "invalid messages of the last DKG",
                        new Scene().invalid(1).boardOf(5),
                        List.of()),
                row(
                        "fallback suspected",
                        new Scene().fallback(Fallback.SUSPECTED),
                        List.of(Kind.FALLBACK_SUSPECTED)),
                row(
                        "fallback nearly certain",
                        new Scene().fallback(Fallback.NEARLY_CERTAIN),
                        List.of(Kind.FALLBACK_SUSPECTED)),
                row("data of 60 s", new Scene().age(60), List.of()),
                row("data older than 60 s", new Scene().age(61), List.of(Kind.DATA_OLD)),
                row(
                        "everything at once, gravest first",
                        new Scene()
                                .votes("aa", "AA", null)
                                .submissions(2, 2)
                                .invalid(3)
                                .fallback(Fallback.SUSPECTED)
                                .age(100),
                        List.of(
                                Kind.CLUSTER_CANNOT_COMPLETE,
                                Kind.DKG_CANNOT_COMPLETE,
                                Kind.FALLBACK_SUSPECTED,
                                Kind.INVALID_MESSAGES,
                                Kind.DATA_OLD,
                                Kind.CASE_SPLIT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void needsAttention(String name, Scene scene, List<Kind> expected) {
        assertThat(AttentionRules.of(scene.board(), NOW))
                .extracting(Attention::kind)
                .isEqualTo(expected);
    }

    private static Arguments row(String name, Scene scene, List<Kind> expected) {
        return Arguments.of(name, scene, expected);
    }

    /** A healthy setup with one cluster of three and a committee of five, until told otherwise. */
    static final class Scene {
        private long view = EARLY;
        private VotingRound.Standing standing = VotingRound.Standing.CURRENT;
        private List<ClusterVoter> voters = voters("aa", "aa", "aa");
        private int leading;
        private int other;
        private int invalid;
        private long boardCounter = 6;
        private Fallback fallback = Fallback.NONE;
        private OptionalLong deadline = OptionalLong.of(900);
        private long age;

        Scene view(long newView) {
            view = newView;
            return this;
        }

        Scene leftovers() {
            standing = VotingRound.Standing.LAST_EPOCH;
            voters = voters("aa", "bb", null);
            return this;
        }

        Scene votes(@Nullable String... messages) {
            voters = voters(messages);
            leading = 4;
            return this;
        }

        Scene submissions(int first, int second) {
            leading = first;
            other = second;
            return this;
        }

        Scene noDeadline() {
            deadline = OptionalLong.empty();
            return this;
        }

        Scene invalid(int count) {
            invalid = count;
            return this;
        }

        Scene boardOf(long counter) {
            boardCounter = counter;
            return this;
        }

        Scene fallback(Fallback suspicion) {
            fallback = suspicion;
            return this;
        }

        Scene age(long seconds) {
            age = seconds;
            return this;
        }

        BoardSnapshot board() {
            EpochState epoch =
                    new EpochState(
                            5,
                            standing == VotingRound.Standing.CURRENT
                                    ? EpochPhase.EPOCH_SETUP
                                    : EpochPhase.STAKING_AUCTION,
                            view,
                            1,
                            700,
                            1_000,
                            new EpochState.Config(1_000, 700, 50, 1),
                            new EpochState.Timing(1, 0, 0));
            EpochOutlook outlook =
                    new EpochOutlook(
                            OptionalDouble.empty(),
                            Duration.ZERO,
                            List.of(),
                            deadline,
                            null,
                            fallback);
            DkgState dkg = dkg();
            WhiteboardTally tally = new WhiteboardTally(Map.of(), Map.of(), Map.of(), invalid);
            Whiteboard whiteboard =
                    new Whiteboard(boardCounter, "", 1, 1, 1, List.of(), tally, position -> null);
            return new BoardSnapshot(
                    Connection.connecting(),
                    part(epoch),
                    Part.<DkgDeadlines>waiting(),
                    part(outlook),
                    part(round()),
                    part(dkg),
                    part(whiteboard),
                    part(DkgMatrix.of(dkg, tally, false)),
                    List.of());
        }

        private VotingRound round() {
            List<VoteGroup> groups =
                    voters.stream()
                            .filter(ClusterVoter::hasVoted)
                            .map(voter -> String.valueOf(voter.message()))
                            .distinct()
                            .map(
                                    message ->
                                            new VoteGroup(
                                                    message,
                                                    weight(message),
                                                    (int) weight(message) / 100,
                                                    isVariant(message)))
                            .sorted(Comparator.comparingLong(VoteGroup::weight).reversed())
                            .toList();
            boolean complete = groups.stream().anyMatch(group -> group.weight() >= 201);
            return new VotingRound(
                    standing == VotingRound.Standing.CURRENT,
                    complete,
                    List.of(new ClusterTally(0, voters, 300, 201, complete, groups)),
                    standing);
        }

        private long weight(String message) {
            return voters.stream().filter(voter -> message.equals(voter.message())).count() * 100;
        }

        private boolean isVariant(String message) {
            return voters.stream()
                    .map(voter -> String.valueOf(voter.message()))
                    .anyMatch(each -> !each.equals(message) && each.equalsIgnoreCase(message));
        }

        private DkgState dkg() {
            List<String> committee = List.of("a", "b", "c", "d", "e");
            List<SubmissionGroup> groups =
                    Stream.of(
                                    group("k1", committee.subList(0, leading)),
                                    group("k2", committee.subList(leading, leading + other)))
                            .filter(group -> group.count() > 0)
                            .toList();
            DkgState.Standing whose =
                    standing == VotingRound.Standing.CURRENT
                            ? DkgState.Standing.CURRENT
                            : DkgState.Standing.LAST_EPOCH;
            return new DkgState(
                    whose == DkgState.Standing.CURRENT,
                    committee,
                    DkgState.Order.CANONICAL,
                    2,
                    3,
                    groups,
                    leading > 3,
                    whose);
        }

        private static SubmissionGroup group(String key, List<String> submitters) {
            return new SubmissionGroup(key, List.of(key), key, submitters, false);
        }

        private static List<ClusterVoter> voters(@Nullable String... messages) {
            return Stream.iterate(0, i -> i < messages.length, i -> i + 1)
                    .map(i -> new ClusterVoter("node" + i, 100, messages[i], messages[i]))
                    .toList();
        }

        private <T> Part<T> part(T value) {
            Instant readAt = NOW.minusSeconds(age);
            return Part.of(new Reading<>(value, new Provenance("test", 1, readAt, readAt)));
        }
    }

    @Test
    void committedKeysThatDoNotComeOfTheBoardAreGrave() {
        assertThat(AttentionRules.of(PlayedBoards.COMMITTED.snapshot(), SampleBoards.NOW))
                .isEmpty();
        assertThat(AttentionRules.of(PlayedBoards.OTHER_KEYS.snapshot(), SampleBoards.NOW))
                .containsExactly(
                        new Attention(Attention.Kind.KEYS_DIFFER, Map.of("event", "EpochCommit")));
    }
}
