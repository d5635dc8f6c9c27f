package io.epochdesk.cli;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.BoardWarning;
import io.epochdesk.bls.Complaint;
import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.Disqualification;
import io.epochdesk.bls.Judgement;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.AnnouncedKeys;
import io.epochdesk.dkg.DkgForecast;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.DkgState;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.dkg.Whiteboard;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** What the console itself makes of the whiteboard of the DKG shown. */
record ReviewSection(
        long counter,
        String phase,
        boolean failed,
        boolean signaturesChecked,
        @Nullable String groupKey,
        List<String> keys,
        List<Dealer> dealers,
        List<Ignored> ignored,
        List<Submission> submissions,
        Forecast forecast,
        List<Announced> announced) {

    /** What is to be expected of the DKG. */
    record Forecast(
            String outcome,
            int agreeing,
            int open,
            long needed,
            List<Integer> disqualified,
            List<Integer> atRisk,
            List<WrongView> wrongViews) {}

    /** A member that sees the DKG otherwise than the board has it. */
    record WrongView(
            int index,
            String nodeId,
            String kind,
            boolean groupKeyDiffers,
            List<Integer> differingKeys) {}

    /** Keys that an event announced, held against the recomputed ones. */
    record Announced(
            String event,
            long height,
            String agreement,
            boolean groupKeyDiffers,
            List<Integer> differingKeys) {}

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
        DkgReview review = snapshot.shownReview().orElse(null);
        DkgForecast forecast = snapshot.forecast().orElse(null);
        if (review == null || forecast == null) {
            return null;
        }
        List<SubmissionGroup> groups =
                snapshot.dkg().value().map(DkgState::groups).orElse(List.of());
        List<AnnouncedKeys> announced =
                snapshot.shownBoard().map(Whiteboard::announced).orElse(List.of());
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
                groups.stream().map(group -> submission(review, group)).toList(),
                forecast(forecast),
                announced.stream().map(told -> announced(review, told)).toList());
    }

    private static Forecast forecast(DkgForecast forecast) {
        return new Forecast(
                Spelling.of(forecast.outcome()),
                forecast.agreeing(),
                forecast.open(),
                forecast.needed(),
                forecast.out().stream().map(DealerJudgement::dealer).toList(),
                forecast.atRisk().stream().map(DealerJudgement::dealer).toList(),
                forecast.wrongViews().stream().map(ReviewSection::wrongView).toList());
    }

    private static WrongView wrongView(DkgForecast.WrongView view) {
        BeaconKeys.Difference difference = view.difference();
        return new WrongView(
                view.index(),
                view.nodeId(),
                Spelling.of(view.kind()),
                difference != null && difference.group(),
                difference == null ? List.of() : difference.nodes());
    }

    private static Announced announced(DkgReview review, AnnouncedKeys told) {
        Optional<BeaconKeys.Difference> difference = review.difference(told);
        return new Announced(
                told.event().title(),
                told.height(),
                Spelling.of(review.agreementOf(told)),
                difference.map(BeaconKeys.Difference::group).orElse(false),
                difference.map(BeaconKeys.Difference::nodes).orElse(List.of()));
    }

    static Dealer dealer(DealerJudgement dealer) {
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

    static Ignored ignored(BoardWarning warning) {
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
