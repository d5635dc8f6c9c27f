package io.epochdesk.dkg;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.Judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the console itself makes of a board: how the dealers stand by the protocol's rules, and the
 * keys that come of it, to hold submissions against.
 *
 * @param counter the epoch the keys are for
 * @param judgement dealers, warnings, keys
 * @param signaturesChecked whether every sender's staking key was known
 */
public record DkgReview(long counter, Judgement judgement, boolean signaturesChecked) {

    /** How a submission stands to the recomputed keys. */
    public enum Agreement {
        /** The same keys. */
        AGREES,
        /** Other keys: its submitters saw another board, or are wrong. */
        DIFFERS,
        /** Says "my DKG failed". */
        EMPTY,
        /** No keys come of the board, so there is nothing to compare with. */
        UNKNOWN
    }

    /** How a group of submissions stands to the recomputed keys. */
    public Agreement agreementOf(SubmissionGroup group) {
        if (group.empty()) {
            return Agreement.EMPTY;
        }
        return difference(group)
                .map(difference -> difference.isNone() ? Agreement.AGREES : Agreement.DIFFERS)
                .orElse(Agreement.UNKNOWN);
    }

    /** Which keys of a submission differ; empty while there is nothing to compare with. */
    public Optional<BeaconKeys.Difference> difference(SubmissionGroup group) {
        return Optional.ofNullable(judgement.keys())
                .map(keys -> keys.differenceTo(group.groupKey(), group.keys()));
    }

    /**
     * Which of the keys that an event announced differ; empty while there is nothing to compare.
     */
    public Optional<BeaconKeys.Difference> difference(AnnouncedKeys announced) {
        return judgement.isFailed()
                ? Optional.empty()
                : Optional.ofNullable(judgement.keys())
                        .map(keys -> keys.differenceTo(announced.groupKey(), announced.nodeKeys()));
    }

    /** How the keys that an event announced stand to the recomputed ones. */
    public Agreement agreementOf(AnnouncedKeys announced) {
        return difference(announced)
                .map(difference -> difference.isNone() ? Agreement.AGREES : Agreement.DIFFERS)
                .orElse(Agreement.UNKNOWN);
    }

    /** Nodes whose submission is not what the board says: other keys. */
    public List<String> wrong(List<SubmissionGroup> groups) {
        List<String> nodes = new ArrayList<>();
        for (SubmissionGroup group : groups) {
            if (agreementOf(group) == Agreement.DIFFERS) {
                nodes.addAll(group.submitters());
            }
        }
        return nodes;
    }
}
