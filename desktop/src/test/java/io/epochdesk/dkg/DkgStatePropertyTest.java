package io.epochdesk.dkg;

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
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The DKG's state against the contract's own rules, written down here a second time from FlowDKG:
 * {@code getNativeSuccessThreshold()}, {@code getSafeSuccessThreshold()}, {@code
 * submissionExceedsThreshold()}; and "can complete" against trying every way the open submissions
 * can fall.
 */
final class DkgStatePropertyTest {

    /** Nothing submitted yet; an empty submission; two different results. */
    enum Submitted {
        NOTHING,
        EMPTY,
        ONE_RESULT,
        OTHER_RESULT
    }

    @Provide
    Arbitrary<List<Submitted>> committee() {
        return Arbitraries.of(Submitted.class).list().ofMinSize(1).ofMaxSize(7);
    }

    @Provide
    Arbitrary<Integer> percentage() {
        return Arbitraries.of(0, 30, 50, 66, 67, 70, 99);
    }

    @Property(tries = 2_000)
    void completeIsWhatTheContractCallsCompleted(
            @ForAll("committee") List<Submitted> committee, @ForAll("percentage") int percentage) {
        DkgState dkg = state(committee, percentage);

        assertThat(dkg.complete()).isEqualTo(isCompleted(committee, percentage));
        assertThat(dkg.complete())
                .isEqualTo(dkg.leading().map(SubmissionGroup::count).orElse(0) >= dkg.needed());
    }

    @Property(tries = 2_000)
    void canCompleteIsWhatSomeWayOfSubmittingReaches(
            @ForAll("committee") List<Submitted> committee, @ForAll("percentage") int percentage) {
        assertThat(state(committee, percentage).canComplete())
                .isEqualTo(someWayReaches(committee, percentage));
    }

    @Property(tries = 1_000)
    void everyMemberIsCountedOnce(@ForAll("committee") List<Submitted> committee) {
        DkgState dkg = state(committee, 70);

        assertThat(dkg.submitted() + dkg.open()).isEqualTo(committee.size());
        assertThat(dkg.emptySubmissions())
                .isEqualTo((int) committee.stream().filter(Submitted.EMPTY::equals).count());
    }

    @Example
    void theThresholdsOfTheDocumentedSamples() {
        assertThat(safeThreshold(10, 70)).isEqualTo(7);
        assertThat(safeThreshold(100, 70)).isEqualTo(70);
        assertThat(safeThreshold(3, 0)).isEqualTo(1);
        assertThat(safeThreshold(2, 0)).isEqualTo(1);
        assertThat(safeThreshold(1, 0)).isZero();
        assertThat(safeThreshold(4, 70)).isEqualTo(2);
    }

    /** As {@code FlowDKG.getNativeSuccessThreshold()}. */
    private static long nativeThreshold(int members) {
        return members == 2 ? 1 : (members - 1L) / 2;
    }

    /** As {@code FlowDKG.getSafeSuccessThreshold()}. */
    private static long safeThreshold(int members, int percentage) {
        return Math.max(nativeThreshold(members), (long) percentage * members / 100);
    }

    /** As {@code FlowDKG.SubmissionTracker.submissionExceedsThreshold()}. */
    private static boolean isCompleted(List<Submitted> committee, int percentage) {
        long threshold = safeThreshold(committee.size(), percentage);
        return count(committee, Submitted.ONE_RESULT) > threshold
                || count(committee, Submitted.OTHER_RESULT) > threshold;
    }

    private static long count(List<Submitted> committee, Submitted wanted) {
        return committee.stream().filter(wanted::equals).count();
    }

    private static boolean someWayReaches(List<Submitted> committee, int percentage) {
        int open = committee.indexOf(Submitted.NOTHING);
        if (isCompleted(committee, percentage) || open < 0) {
            return isCompleted(committee, percentage);
        }
        for (Submitted choice :
                List.of(Submitted.EMPTY, Submitted.ONE_RESULT, Submitted.OTHER_RESULT)) {
            List<Submitted> next = new ArrayList<>(committee);
            next.set(open, choice);
            if (someWayReaches(next, percentage)) {
                return true;
            }
        }
        return false;
    }

    /** The state as read from the answer that the contract would give. */
    private static DkgState state(List<Submitted> committee, int percentage) {
        Map<Submitted, List<CadenceValue>> submitters = new TreeMap<>();
        List<CadenceValue> members = new ArrayList<>();
        for (int i = 0; i < committee.size(); i++) {
            CadenceValue node = CadenceValues.string("%064x".formatted(i));
            members.add(node);
            if (committee.get(i) != Submitted.NOTHING) {
                submitters.computeIfAbsent(committee.get(i), any -> new ArrayList<>()).add(node);
            }
        }
        List<CadenceValue> submissions = new ArrayList<>();
        submitters.forEach((result, nodes) -> submissions.add(submission(result, nodes, members)));
        CadenceValue answer =
                struct(
                        new Field("enabled", CadenceValues.bool(true)),
                        new Field("committee", new ArrayValue(members)),
                        new Field(
                                "nativeThreshold",
                                CadenceValues.uint64(nativeThreshold(members.size()))),
                        new Field(
                                "safeThreshold",
                                CadenceValues.uint64(safeThreshold(members.size(), percentage))),
                        new Field(
                                "completed",
                                CadenceValues.bool(isCompleted(committee, percentage))),
                        new Field("submissions", new ArrayValue(submissions)));
        return DkgAnswer.read(Shape.of(answer));
    }

    private static CadenceValue submission(
            Submitted result, List<CadenceValue> submitters, List<CadenceValue> members) {
        boolean empty = result == Submitted.EMPTY;
        List<Entry> mapping = new ArrayList<>();
        for (CadenceValue member : members) {
            mapping.add(new Entry(member, CadenceValues.integer(mapping.size())));
        }
        CadenceValue key = CadenceValues.string(result == Submitted.ONE_RESULT ? "a1" : "b2");
        return struct(
                new Field("groupKey", new OptionalValue(empty ? null : key)),
                new Field("keys", new OptionalValue(empty ? null : new ArrayValue(List.of(key)))),
                new Field(
                        "idMapping",
                        new OptionalValue(empty ? null : new DictionaryValue(mapping))),
                new Field("count", CadenceValues.uint64(submitters.size())),
                new Field("submitters", new ArrayValue(submitters)));
    }

    private static CadenceValue struct(Field... fields) {
        return new CompositeValue(CompositeKind.STRUCT, "s.0.Answer", List.of(fields));
    }
}
