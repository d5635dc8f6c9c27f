package io.epochdesk.dkg;

import static org.assertj.core.api.Assertions.assertThat;

import io.epochdesk.dkg.DkgMatrix.Row;
import io.epochdesk.dkg.DkgMatrix.Submission;
import io.epochdesk.dkg.DkgMatrix.Vector;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class DkgMatrixTest {

    private static final List<String> COMMITTEE = List.of("a", "b", "c", "d", "e");

    @Test
    void aSilentNodeIsMissingAndOverdueOnlyOncePhaseOneIsOver() {
        assertThat(row("a", false))
                .extracting(Row::vector, Row::vectorOverdue)
                .containsExactly(Vector.MISSING, false);
        assertThat(row("a", true))
                .extracting(Row::vector, Row::vectorOverdue)
                .containsExactly(Vector.MISSING, true);
    }

    @Test
    void theFirstVectorOfThisInstanceDecides() {
        assertThat(row("a", true, vectors(1, 0, true)).vector()).isEqualTo(Vector.POSTED);
        assertThat(row("a", true, vectors(2, 0, true)).vector()).isEqualTo(Vector.REPEATED);
        assertThat(row("a", true, vectors(1, 1, true)).vector()).isEqualTo(Vector.POSTED);
        assertThat(row("a", true, vectors(2, 0, false)).vector()).isEqualTo(Vector.WRONG_SIZE);
        assertThat(row("a", true, vectors(0, 2, false)))
                .extracting(Row::vector, Row::vectorOverdue)
                .containsExactly(Vector.WRONG_INSTANCE, true);
    }

    @Test
    void complaintsAreSeenFromBothSides() {
        DkgMatrix matrix =
                DkgMatrix.of(
                        state(List.of()),
                        tally(
                                said("b", List.of(0, 1), List.of()),
                                said("c", List.of(0), List.of()),
                                said("a", List.of(), List.of(2))),
                        true);

        assertThat(matrix.rows().getFirst())
                .extracting(Row::complaintsAgainst, Row::answersGiven, Row::unanswered)
                .containsExactly(List.of(1, 2), List.of(2), List.of(1));
        assertThat(matrix.rows().get(1).complaintsMade()).containsExactly(0, 1);
        assertThat(matrix.rows().get(1).complaintsAgainst()).as("about itself").isEmpty();
    }

    @Test
    void tellsWhoSubmittedWhat() {
        List<SubmissionGroup> groups =
                List.of(
                        new SubmissionGroup("k1", List.of("x"), "f1", List.of("a", "b"), false),
                        new SubmissionGroup("k2", List.of("y"), "f2", List.of("c"), false),
                        new SubmissionGroup("", List.of(), "f3", List.of("d"), true));

        assertThat(DkgMatrix.of(state(groups), WhiteboardTally.empty(), false).rows())
                .extracting(Row::submission)
                .containsExactly(
                        Submission.LEADING,
                        Submission.LEADING,
                        Submission.DIFFERS,
                        Submission.EMPTY,
                        Submission.NONE);
    }

    @Test
    void sendersOutsideTheCommitteeAreStrangers() {
        DkgMatrix matrix =
                DkgMatrix.of(
                        state(List.of()),
                        tally(said("z", List.of(0), List.of()), said("b", List.of(), List.of())),
                        true);

        assertThat(matrix.strangers()).containsExactly("z");
        assertThat(matrix.rows().getFirst().complaintsAgainst()).isEmpty();
    }

    private static Row row(String node, boolean phase1Over, SenderTally... senders) {
        return DkgMatrix.of(state(List.of()), tally(senders), phase1Over)
                .rows()
                .get(COMMITTEE.indexOf(node));
    }

    private static SenderTally vectors(int own, int foreign, boolean fits) {
        return new SenderTally(
                "a", own + foreign, own, foreign, fits, List.of(), List.of(), Set.of());
    }

    private static SenderTally said(String node, List<Integer> complaints, List<Integer> answers) {
        return new SenderTally(node, 1, 0, 0, false, complaints, answers, Set.of());
    }

    private static WhiteboardTally tally(SenderTally... senders) {
        Map<String, SenderTally> byNode = new HashMap<>();
        for (SenderTally sender : senders) {
            byNode.put(sender.nodeId(), sender);
        }
        return new WhiteboardTally(byNode, Map.of(), Map.of(), 0);
    }

    private static DkgState state(List<SubmissionGroup> groups) {
        return new DkgState(
                true,
                COMMITTEE,
                DkgState.Order.CANONICAL,
                2,
                3,
                groups,
                false,
                DkgState.Standing.CURRENT);
    }
}
