package io.epochdesk.cli;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.BoardWarning;
import io.epochdesk.bls.Complaint;
import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.Disqualification;
import io.epochdesk.bls.Judgement;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.SubmissionGroup;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** What the console itself makes of the whiteboard of a running DKG. */
record ReviewSection(
        long counter,
        String phase,
        boolean failed,
        boolean signaturesChecked,
        @Nullable String groupKey,
        List<String> keys,
        List<Dealer> dealers,
        List<Ignored> ignored,
        List<Submission> submissions) {

    /** A dealer by its index in the committee; positions are places on the board. */
    record Dealer(
            int index,
            String standing,
            @Nullable Long vectorAt,
            List<Accusation> complaints,
            @Nullable String reason,
            @Nullable Long evidenceAt,
            @Nullable Long complainer) {}

    /** A complaint and its answer. */
    record Accusation(int complainer, @Nullable Long complaintAt, @Nullable Long answerAt) {}

    /** A message that counts for nothing. */
    record Ignored(int position, @Nullable Long sender, String kind) {}

    /** How a group of identical submissions stands to the recomputed keys. */
    record Submission(
            String fingerprint,
            String agreement,
            boolean groupKeyDiffers,
            List<Integer> differingKeys) {}

    static @Nullable ReviewSection of(BoardSnapshot snapshot) {
        List<SubmissionGroup> groups =
                snapshot.dkg().value().map(DkgState::groups).orElse(List.of());
        return snapshot.currentReview().map(review -> of(review, groups)).orElse(null);
    }

    private static ReviewSection of(DkgReview review, List<SubmissionGroup> groups) {
        Judgement judgement = review.judgement();
        BeaconKeys keys = judgement.keys();
        return new ReviewSection(
                review.counter(),
                Spelling.of(judgement.phase()),
                judgement.isFailed(),
                review.signaturesChecked(),
                keys == null ? null : keys.groupKey(),
                keys == null ? List.of() : keys.nodeKeys(),
                judgement.dealers().stream().map(ReviewSection::dealer).toList(),
                judgement.warnings().stream().map(ReviewSection::ignored).toList(),
                groups.stream().map(group -> submission(review, group)).toList());
    }

    private static Dealer dealer(DealerJudgement dealer) {
        Disqualification why = dealer.disqualification();
        return new Dealer(
                dealer.dealer(),
                Spelling.of(dealer.standing()),
                Spelling.known(dealer.vectorAt()),
                dealer.complaints().stream().map(ReviewSection::accusation).toList(),
                why == null ? null : Spelling.of(why.reason()),
                why == null ? null : Spelling.known(why.evidence()),
                why == null ? null : Spelling.known(why.complainer()));
    }

    private static Accusation accusation(Complaint complaint) {
        return new Accusation(
                complaint.complainer(),
                Spelling.known(complaint.complaintAt()),
                Spelling.known(complaint.answerAt()));
    }

    private static Ignored ignored(BoardWarning warning) {
        return new Ignored(
                warning.position(), Spelling.known(warning.sender()), Spelling.of(warning.kind()));
    }

    private static Submission submission(DkgReview review, SubmissionGroup group) {
        Optional<BeaconKeys.Difference> difference =
                group.empty() ? Optional.empty() : review.difference(group);
        return new Submission(
                group.fingerprint(),
                Spelling.of(review.agreementOf(group)),
                difference.map(BeaconKeys.Difference::group).orElse(false),
                difference.map(BeaconKeys.Difference::nodes).orElse(List.of()));
    }
}
