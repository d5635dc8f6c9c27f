package io.epochdesk.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.cadence.CadenceValue;
import io.epochdesk.cadence.CadenceValue.ArrayValue;
import io.epochdesk.cadence.CadenceValue.CompositeValue;
import io.epochdesk.cadence.CadenceValue.DictionaryValue;
import io.epochdesk.cadence.CadenceValue.Entry;
import io.epochdesk.cadence.CadenceValue.Field;
import io.epochdesk.cadence.CadenceValue.OptionalValue;
import io.epochdesk.cadence.CadenceValues;
import io.epochdesk.cadence.CompositeKind;
import io.epochdesk.cadence.Shape;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tally against the contract's own rules, written down here a second time from FlowClusterQC:
 * {@code Cluster.voteThreshold()}, {@code isComplete()}; and "can complete" against trying every
 * way the open votes can fall.
 */
final class ClusterTallyPropertyTest {

    private static final List<String> MESSAGES = List.of("0a", "0A", "0b");

    /** A member: its weight, and which message it voted for, or null. */
    record Member(long weight, @Nullable String vote) {}

    @Provide
    Arbitrary<List<Member>> members() {
        Arbitrary<Long> weights = Arbitraries.of(0L, 1L, 2L, 3L, 50L, 99L, 100L, 101L);
        Arbitrary<@Nullable String> votes = Arbitraries.of(MESSAGES).injectNull(0.4);
        return Combinators.combine(weights, votes).as(Member::new).list().ofMaxSize(7);
    }

    @Property(tries = 2_000)
    void completeIsWhatTheContractCallsComplete(@ForAll("members") List<Member> members) {
        ClusterTally tally = tally(members);

        assertThat(tally.complete())
                .isEqualTo(isComplete(weightByMessage(members), threshold(members)));
        assertThat(tally.complete())
                .isEqualTo(!tally.groups().isEmpty() && tally.missingWeight() == 0);
    }

    @Property(tries = 2_000)
    void canCompleteIsWhatSomeWayOfVotingReaches(@ForAll("members") List<Member> members) {
        assertThat(tally(members).canComplete()).isEqualTo(someWayReaches(members));
    }

    @Property(tries = 1_000)
    void theWeightsAddUp(@ForAll("members") List<Member> members) {
        ClusterTally tally = tally(members);

        long voted = tally.groups().stream().mapToLong(VoteGroup::weight).sum();
        assertThat(voted + tally.openWeight()).isEqualTo(tally.totalWeight());
        assertThat(
                        tally.groups().stream().mapToInt(VoteGroup::votes).sum()
                                + tally.missing().size())
                .isEqualTo(members.size());
    }

    @Property(tries = 1_000)
    void caseVariantsAreGroupsThatAreEqualButForCase(@ForAll("members") List<Member> members) {
        Map<String, Long> weights = weightByMessage(members);
        boolean both = weights.containsKey("0a") && weights.containsKey("0A");

        assertThat(tally(members).groups())
                .allMatch(group -> group.caseVariant() == (both && !group.message().equals("0b")));
    }

    @Example
    void theThresholdsOfTheDocumentedSamples() {
        assertThat(threshold(equal(3, 100))).isEqualTo(201);
        assertThat(threshold(equal(4, 100))).isEqualTo(267);
        assertThat(threshold(equal(5, 100))).isEqualTo(334);
        assertThat(threshold(equal(1, 100))).isEqualTo(67);
        assertThat(threshold(equal(2, 1))).isEqualTo(2);
        assertThat(threshold(equal(1, 1))).isEqualTo(1);
        assertThat(threshold(equal(3, 0))).isZero();
    }

    @Example
    void aClusterOfWeightZeroIsIncompleteUntilItsFirstVote() {
        assertThat(tally(List.of(new Member(0, null), new Member(0, null))).complete()).isFalse();
        assertThat(tally(List.of(new Member(0, null), new Member(0, null))).canComplete()).isTrue();
        assertThat(tally(List.of(new Member(0, "0a"), new Member(0, null))).complete()).isTrue();
    }

    @Example
    void aClusterWithoutMembersCanNeverComplete() {
        assertThat(tally(List.of()).complete()).isFalse();
        assertThat(tally(List.of()).canComplete()).isFalse();
    }

    private static List<Member> equal(int count, long weight) {
        return Collections.nCopies(count, new Member(weight, null));
    }

    /** As {@code FlowClusterQC.Cluster.voteThreshold()}. */
    private static long threshold(List<Member> members) {
        long total = members.stream().mapToLong(Member::weight).sum();
        if (total == 0) {
            return 0;
        }
        long remainder = total % 3;
        return 2 * (total / 3) + (remainder <= 1 ? 1 : remainder);
    }

    /** As {@code FlowClusterQC.Cluster.isComplete()}. */
    private static boolean isComplete(Map<String, Long> weights, long threshold) {
        return weights.values().stream().anyMatch(weight -> weight >= threshold);
    }

    private static Map<String, Long> weightByMessage(List<Member> members) {
        Map<String, Long> weights = new HashMap<>();
        for (Member member : members) {
            if (member.vote() != null) {
                weights.merge(member.vote(), member.weight(), Long::sum);
            }
        }
        return weights;
    }

    private static boolean someWayReaches(List<Member> members) {
        if (isComplete(weightByMessage(members), threshold(members))) {
            return true;
        }
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).vote() == null) {
                for (String message : MESSAGES) {
                    List<Member> next = new ArrayList<>(members);
                    next.set(i, new Member(members.get(i).weight(), message));
                    if (someWayReaches(next)) {
                        return true;
                    }
                }
                // the order in which the others vote makes no difference
                return false;
            }
        }
        return false;
    }

    /** The tally as read from the answer that the contract would give. */
    private static ClusterTally tally(List<Member> members) {
        Map<String, Long> weights = weightByMessage(members);
        boolean complete = isComplete(weights, threshold(members));
        List<CadenceValue> voters = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            voters.add(
                    struct(
                            new Field("nodeId", CadenceValues.string("%064x".formatted(i))),
                            new Field("weight", CadenceValues.uint64(member.weight())),
                            new Field("message", optional(member.vote())),
                            new Field("signature", optional(member.vote()))));
        }
        CadenceValue cluster =
                struct(
                        new Field("index", CadenceValues.uint16(0)),
                        new Field(
                                "totalWeight",
                                CadenceValues.uint64(
                                        members.stream().mapToLong(Member::weight).sum())),
                        new Field("threshold", CadenceValues.uint64(threshold(members))),
                        new Field("complete", CadenceValues.bool(complete)),
                        new Field("members", new ArrayValue(voters)),
                        new Field(
                                "weightByMessage",
                                new DictionaryValue(
                                        weights.entrySet().stream()
                                                .map(
                                                        entry ->
                                                                new Entry(
                                                                        CadenceValues.string(
                                                                                entry.getKey()),
                                                                        CadenceValues.uint64(
                                                                                entry.getValue())))
                                                .toList())));
        CadenceValue answer =
                struct(
                        new Field("inProgress", CadenceValues.bool(true)),
                        new Field("completed", CadenceValues.bool(complete)),
                        new Field("clusters", new ArrayValue(List.of(cluster))));
        return QuorumAnswer.read(Shape.of(answer)).clusters().getFirst();
    }

    private static CadenceValue optional(@Nullable String text) {
        return new OptionalValue(text == null ? null : CadenceValues.string(text));
    }

    private static CadenceValue struct(Field... fields) {
        return new CompositeValue(CompositeKind.STRUCT, "s.0.Answer", List.of(fields));
    }
}
