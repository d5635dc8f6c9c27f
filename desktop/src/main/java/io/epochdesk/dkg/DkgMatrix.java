package io.epochdesk.dkg;

import io.epochdesk.dkg.WhiteboardEntry.Flag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each consensus node has done in the DKG: one row per member of the committee, in committee
 * order.
 *
 * @param rows the committee
 * @param strangers senders outside the committee that have messages on the board, ascending
 */
public record DkgMatrix(List<Row> rows, List<String> strangers) {

    public DkgMatrix {
        rows = List.copyOf(rows);
        strangers = List.copyOf(strangers);
    }

    /**
     * One consensus node.
     *
     * @param index its index in the committee, as complaints and answers name it
     * @param nodeId 64 hex digits
     * @param vector its verification vector
     * @param vectorOverdue whether there is none although phase 1 is over
     * @param complaintsMade indexes of the dealers it complained about
     * @param complaintsAgainst indexes of the nodes that complained about it
     * @param answersGiven indexes of the complainers it answered
     * @param unanswered indexes of the complainers it has not answered
     * @param submission its final submission
     * @param messages number of its messages on the board
     * @param flags everything wrong or unusual with any of them
     */
    public record Row(
            int index,
            String nodeId,
            Vector vector,
            boolean vectorOverdue,
            List<Integer> complaintsMade,
            List<Integer> complaintsAgainst,
            List<Integer> answersGiven,
            List<Integer> unanswered,
            Submission submission,
            int messages,
            Set<Flag> flags) {
        public Row {
            complaintsMade = List.copyOf(complaintsMade);
            complaintsAgainst = List.copyOf(complaintsAgainst);
            answersGiven = List.copyOf(answersGiven);
            unanswered = List.copyOf(unanswered);
            flags = Set.copyOf(flags);
        }
    }

    /**
     * How a node's verification vector stands; the first one of this DKG instance is the one that
     * counts.
     */
    public enum Vector {
        /** None on the board. */
        MISSING,
        /** Exactly one, of the right size. */
        POSTED,
        /** More than one; the first has the right size. */
        REPEATED,
        /** The first one has the wrong size: the dealer will be disqualified. */
        WRONG_SIZE,
        /** Only of another DKG instance. */
        WRONG_INSTANCE
    }

    /** A node's final submission. */
    public enum Submission {
        /** Not submitted yet. */
        NONE,
        /** The same as the largest group. */
        LEADING,
        /** Another result than the largest group. */
        DIFFERS,
        /** "My DKG failed". */
        EMPTY
    }

    /**
     * Puts together what the contract says of the committee and what is on the board.
     *
     * @param phase1Over whether the view lies beyond the end of phase 1
     */
    public static DkgMatrix of(DkgState state, WhiteboardTally tally, boolean phase1Over) {
        List<String> committee = state.committee();
        List<List<Integer>> against = complaintsAgainst(committee, tally);
        Map<String, Submission> submissions = submissions(state);
        List<Row> rows = new ArrayList<>(committee.size());
        for (int index = 0; index < committee.size(); index++) {
            String node = committee.get(index);
            SenderTally sender = tally.senders().getOrDefault(node, SenderTally.silent(node));
            List<Integer> unanswered = new ArrayList<>(against.get(index));
            unanswered.removeAll(sender.answersGiven());
            Vector vector = vector(sender);
            rows.add(
                    new Row(
                            index,
                            node,
                            vector,
                            phase1Over
                                    && (vector == Vector.MISSING
                                            || vector == Vector.WRONG_INSTANCE),
                            sender.complaintsMade(),
                            against.get(index),
                            sender.answersGiven(),
                            unanswered,
                            submissions.getOrDefault(node, Submission.NONE),
                            sender.messages(),
                            sender.flags()));
        }
        List<String> strangers =
                tally.senders().keySet().stream()
                        .filter(sender -> !committee.contains(sender))
                        .sorted()
                        .toList();
        return new DkgMatrix(rows, strangers);
    }

    private static List<List<Integer>> complaintsAgainst(
            List<String> committee, WhiteboardTally tally) {
        List<List<Integer>> against = new ArrayList<>();
        committee.forEach(node -> against.add(new ArrayList<>()));
        for (int complainer = 0; complainer < committee.size(); complainer++) {
            SenderTally sender = tally.senders().get(committee.get(complainer));
            if (sender == null) {
                continue;
            }
            for (int dealer : sender.complaintsMade()) {
                // a dealer's complaint about itself is ignored by the protocol
                if (dealer >= 0 && dealer < against.size() && dealer != complainer) {
                    against.get(dealer).add(complainer);
                }
            }
        }
        return against;
    }

    private static Map<String, Submission> submissions(DkgState state) {
        Map<String, Submission> submissions = new HashMap<>();
        SubmissionGroup leading = state.leading().orElse(null);
        for (SubmissionGroup group : state.groups()) {
            Submission kind =
                    group.empty()
                            ? Submission.EMPTY
                            : group.equals(leading) ? Submission.LEADING : Submission.DIFFERS;
            group.submitters().forEach(node -> submissions.put(node, kind));
        }
        return submissions;
    }

    private static Vector vector(SenderTally sender) {
        if (sender.vectors() == 0) {
            return sender.foreignVectors() > 0 ? Vector.WRONG_INSTANCE : Vector.MISSING;
        }
        if (!sender.firstVectorFits()) {
            return Vector.WRONG_SIZE;
        }
        return sender.vectors() > 1 ? Vector.REPEATED : Vector.POSTED;
    }
}
