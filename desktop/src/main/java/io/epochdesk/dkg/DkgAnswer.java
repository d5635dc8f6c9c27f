package io.epochdesk.dkg;

import io.epochdesk.cadence.Shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the DKG's part of a script's answer and refuses what contradicts itself. */
public final class DkgAnswer {

    private DkgAnswer() {}

    /**
     * Reads a {@code DkgAnswer} of the scripts {@code board} and {@code dkg}.
     *
     * @throws io.epochdesk.fault.FaultException when the answer is not one the contract can give
     */
    public static DkgState read(Shape answer) {
        boolean enabled = answer.field("enabled").asBool();
        boolean completed = answer.field("completed").asBool();
        List<String> listed = answer.field("committee").list(Shape::asString);
        List<String> canonical = listed.stream().sorted().distinct().toList();
        if (canonical.size() != listed.size()) {
            throw answer.field("committee").unexpected("each node once", "one of them twice");
        }
        long nativeThreshold = threshold(answer.field("nativeThreshold"), canonical.size());
        long safeThreshold = threshold(answer.field("safeThreshold"), canonical.size());
        List<Submission> submissions = submissions(answer, new HashSet<>(canonical));
        Optional<Submission> leading =
                submissions.stream().filter(each -> !each.group.empty()).findFirst();
        boolean enough = leading.map(each -> each.group.count() > safeThreshold).orElse(false);
        if (completed != (enabled && enough)) {
            throw answer.unexpected("completed as its submissions are", String.valueOf(completed));
        }
        Optional<List<String>> mapped =
                leading.flatMap(each -> committee(each.idMapping, canonical));
        return new DkgState(
                enabled,
                mapped.orElse(canonical),
                order(mapped, canonical),
                nativeThreshold,
                safeThreshold,
                submissions.stream().map(Submission::group).toList(),
                completed,
                standing(enabled, canonical));
    }

    private static long threshold(Shape shape, int members) {
        long threshold = shape.asUInt64();
        if (threshold > Math.max(1, members)) {
            throw shape.unexpected("at most " + members, String.valueOf(threshold));
        }
        return threshold;
    }

    private static DkgState.Standing standing(boolean enabled, List<String> committee) {
        if (committee.isEmpty()) {
            return DkgState.Standing.NONE;
        }
        return enabled ? DkgState.Standing.CURRENT : DkgState.Standing.LAST_EPOCH;
    }

    private static DkgState.Order order(Optional<List<String>> mapped, List<String> canonical) {
        if (mapped.isEmpty()) {
            return DkgState.Order.CANONICAL;
        }
        return mapped.get().equals(canonical)
                ? DkgState.Order.CONFIRMED
                : DkgState.Order.FROM_SUBMISSIONS;
    }

    /**
     * The committee by a submission's mapping, when that maps every member to an index of its own.
     */
    private static Optional<List<String>> committee(
            Map<String, Integer> mapping, List<String> canonical) {
        TreeMap<Integer, String> byIndex = new TreeMap<>();
        mapping.forEach((node, index) -> byIndex.put(index, node));
        boolean complete =
                mapping.size() == canonical.size()
                        && byIndex.size() == canonical.size()
                        && mapping.keySet().containsAll(canonical)
                        && byIndex.firstKey() == 0
                        && byIndex.lastKey() == canonical.size() - 1;
        return complete ? Optional.of(List.copyOf(byIndex.values())) : Optional.empty();
    }

    private static List<Submission> submissions(Shape answer, Set<String> committee) {
        Set<String> open = new HashSet<>(committee);
        List<Submission> submissions = new ArrayList<>();
        for (Shape shape : answer.field("submissions").list()) {
            Submission submission = submission(shape);
            for (String submitter : submission.group.submitters()) {
                if (!open.remove(submitter)) {
                    throw shape.unexpected("submitters of the committee, each once", submitter);
                }
            }
            submissions.add(submission);
        }
        submissions.sort(
                Comparator.<Submission, Boolean>comparing(each -> each.group.empty())
                        .thenComparing(each -> each.group.count(), Comparator.reverseOrder())
                        .thenComparing(each -> each.group.fingerprint()));
        return submissions;
    }

    private static Submission submission(Shape shape) {
        Optional<String> groupKey = shape.field("groupKey").optional(Shape::asString);
        Optional<List<String>> keys =
                shape.field("keys").optional(list -> list.list(Shape::asString));
        Optional<Map<String, Integer>> mapping =
                shape.field("idMapping")
                        .optional(map -> map.dictionary(Shape::asString, Shape::asInt));
        if (groupKey.isPresent() != keys.isPresent()
                || groupKey.isPresent() != mapping.isPresent()) {
            throw shape.unexpected("all of a submission or nothing", "a part of it");
        }
        List<String> submitters =
                shape.field("submitters").list(Shape::asString).stream().sorted().toList();
        long count = shape.field("count").asUInt64();
        if (count != submitters.size() || count == 0) {
            throw shape.unexpected(
                    count + " submitters, at least one", String.valueOf(submitters.size()));
        }
        List<String> keyList = keys.orElse(List.of());
        Map<String, Integer> idMapping = mapping.orElse(Map.of());
        return new Submission(
                new SubmissionGroup(
                        groupKey.orElse(""),
                        keyList,
                        SubmissionGroup.fingerprint(groupKey.orElse(""), keyList, idMapping),
                        submitters,
                        groupKey.isEmpty()),
                idMapping);
    }

    private record Submission(SubmissionGroup group, Map<String, Integer> idMapping) {}
}
