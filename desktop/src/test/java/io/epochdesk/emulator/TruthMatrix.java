package io.epochdesk.emulator;

import io.epochdesk.dkg.DkgMatrix.Row;
import io.epochdesk.dkg.DkgMatrix.Submission;
import io.epochdesk.dkg.DkgMatrix.Vector;
import io.epochdesk.dkg.MessageKind;
import io.epochdesk.dkg.WhiteboardEntry.Flag;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each consensus node has done, put together by the judge from the contracts' answers and its
 * own reading of the board.
 */
final class TruthMatrix {

    private final ContractTruth truth;
    private final List<String> committee;
    private final List<TruthMessage> messages;

    private TruthMatrix(ContractTruth truth) {
        this.truth = truth;
        this.committee = truth.committee();
        this.messages = TruthMessage.judge(truth);
    }

    /** One row per member in the order of the committee. */
    static List<Row> rows(ContractTruth truth) {
        TruthMatrix matrix = new TruthMatrix(truth);
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < matrix.committee.size(); index++) {
            rows.add(matrix.row(index));
        }
        return rows;
    }

    private Row row(int index) {
        String id = committee.get(index);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        of(id).forEach(message -> flags.addAll(message.flags()));
        Vector vector = vector(id);
        boolean phase1Over = truth.epoch("view") > truth.deadlines().getFirst();
        List<Integer> against = new ArrayList<>();
        for (int other = 0; other < committee.size(); other++) {
            if (other != index
                    && subjects(committee.get(other), MessageKind.COMPLAINT).contains(index)) {
                against.add(other);
            }
        }
        List<Integer> answers = subjects(id, MessageKind.COMPLAINT_ANSWER);
        List<Integer> unanswered =
                against.stream().filter(other -> !answers.contains(other)).toList();
        return new Row(
                index,
                id,
                vector,
                phase1Over && (vector == Vector.MISSING || vector == Vector.WRONG_INSTANCE),
                subjects(id, MessageKind.COMPLAINT),
                against,
                answers,
                unanswered,
                submission(id),
                of(id).size(),
                flags);
    }

    private List<TruthMessage> of(String id) {
        return messages.stream().filter(message -> message.nodeId().equals(id)).toList();
    }

    private List<TruthMessage> vectors(String id) {
        return of(id).stream()
                .filter(message -> message.kind() == MessageKind.VERIFICATION_VECTOR)
                .toList();
    }

    private Vector vector(String id) {
        List<TruthMessage> all = vectors(id);
        List<TruthMessage> own =
                all.stream()
                        .filter(message -> message.instanceId().equals(truth.instanceId()))
                        .toList();
        if (own.isEmpty()) {
            return all.isEmpty() ? Vector.MISSING : Vector.WRONG_INSTANCE;
        }
        if (own.getFirst().flags().contains(Flag.WRONG_SIZE)) {
            return Vector.WRONG_SIZE;
        }
        return own.size() == 1 ? Vector.POSTED : Vector.REPEATED;
    }

    private List<Integer> subjects(String id, MessageKind kind) {
        Set<Integer> subjects = new TreeSet<>();
        of(id).stream()
                .filter(
                        message ->
                                message.kind() == kind
                                        && message.subject() >= 0
                                        && message.subject() < committee.size()
                                        && message.instanceId().equals(truth.instanceId()))
                .forEach(message -> subjects.add(message.subject()));
        return List.copyOf(subjects);
    }

    private Submission submission(String id) {
        ContractTruth.Submission own = truth.submissions().get(id);
        if (own == null) {
            return Submission.NONE;
        }
        if (own.groupKey().isEmpty()) {
            return Submission.EMPTY;
        }
        long count = truth.submissionCounts().getOrDefault(own, 0L);
        boolean beaten =
                truth.submissionCounts().entrySet().stream()
                        .anyMatch(
                                other ->
                                        !other.getKey().groupKey().isEmpty()
                                                && other.getValue() > count);
        return beaten ? Submission.DIFFERS : Submission.LEADING;
    }
}
