package io.epochdesk.dkg;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.DealerJudgement.Standing;
import io.epochdesk.bls.Judgement;
import io.epochdesk.dkg.DkgReview.Agreement;
import io.epochdesk.dkg.WhiteboardEntry.Flag;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is to be expected of a DKG by the console's own review: who is out, what the key will be,
 * who sees it wrongly, and whether it can still succeed.
 *
 * @param outcome whether it can
 * @param qualified dealers whose vectors count so far
 * @param out dealers that are out, by index
 * @param atRisk dealers that are out unless a vector or an answer comes in time, by index
 * @param keys the keys as they stand; null while there are none
 * @param agreeing submissions with exactly these keys
 * @param open members that have not submitted yet
 * @param needed identical submissions needed
 * @param wrongViews members that see the DKG otherwise than the board has it, by index
 */
public record DkgForecast(
        Outcome outcome,
        int qualified,
        List<DealerJudgement> out,
        List<DealerJudgement> atRisk,
        @Nullable BeaconKeys keys,
        int agreeing,
        int open,
        long needed,
        List<WrongView> wrongViews) {

    /** What can become of it; the best first. */
    public enum Outcome {
        /** Enough submissions have the keys that the board gives. */
        SUCCEEDED,
        /** Nothing stands in the way. */
        EXPECTED,
        /** It fails unless missing vectors or answers come, or enough of the others submit. */
        AT_RISK,
        /** Enough submissions agree, but on other keys than the board gives. */
        OTHER_RESULT,
        /** Too few members can still submit the same result. */
        SUBMISSIONS_FAILED,
        /** Too many dealers are out: no key can come of the board. */
        BOARD_FAILED
    }

    /**
     * A member that sees the DKG otherwise.
     *
     * @param index its index in the committee
     * @param nodeId its ID
     * @param kind how
     * @param difference which keys of its submission differ; null unless they do
     */
    public record WrongView(
            int index, String nodeId, Kind kind, BeaconKeys.@Nullable Difference difference) {

        /** How a member can be wrong. */
        public enum Kind {
            /** It submitted other keys. */
            OTHER_KEYS,
            /** It submitted that its DKG failed, though keys come of the board. */
            NO_KEYS,
            /** It posted for another DKG instance: it is stuck in another epoch, or replays one. */
            OTHER_INSTANCE
        }
    }

    public DkgForecast {
        out = List.copyOf(out);
        atRisk = List.copyOf(atRisk);
        wrongViews = List.copyOf(wrongViews);
    }

    /** What follows from a review, the submissions and the board. */
    public static DkgForecast of(DkgReview review, DkgState dkg, WhiteboardTally tally) {
        Judgement judgement = review.judgement();
        int agreeing =
                dkg.groups().stream()
                        .filter(group -> review.agreementOf(group) == Agreement.AGREES)
                        .mapToInt(SubmissionGroup::count)
                        .sum();
        return new DkgForecast(
                outcome(review, dkg, agreeing),
                judgement.count(Standing.QUALIFIED) + judgement.count(Standing.ACCUSED),
                standing(judgement, Standing.DISQUALIFIED),
                atRisk(judgement),
                judgement.isFailed() ? null : judgement.keys(),
                agreeing,
                dkg.open(),
                dkg.needed(),
                wrongViews(review, dkg, tally));
    }

    private static Outcome outcome(DkgReview review, DkgState dkg, int agreeing) {
        Judgement judgement = review.judgement();
        boolean otherKeys =
                dkg.leading().filter(group -> group.count() >= dkg.needed()).isPresent()
                        && agreeing < dkg.needed();
        if (agreeing >= dkg.needed()) {
            return Outcome.SUCCEEDED;
        } else if (otherKeys) {
            return Outcome.OTHER_RESULT;
        } else if (judgement.isFailed()) {
            return Outcome.BOARD_FAILED;
        } else if (!dkg.canComplete()) {
            return Outcome.SUBMISSIONS_FAILED;
        }
        boolean fragile =
                judgement.isFailingUnlessMoreComes() || agreeing + dkg.open() < dkg.needed();
        return fragile ? Outcome.AT_RISK : Outcome.EXPECTED;
    }

    private static List<DealerJudgement> standing(Judgement judgement, Standing standing) {
        return judgement.dealers().stream()
                .filter(dealer -> dealer.standing() == standing)
                .toList();
    }

    private static List<DealerJudgement> atRisk(Judgement judgement) {
        return judgement.dealers().stream()
                .filter(
                        dealer ->
                                dealer.standing() == Standing.ACCUSED
                                        || dealer.standing() == Standing.AWAITED)
                .toList();
    }

    private static List<WrongView> wrongViews(
            DkgReview review, DkgState dkg, WhiteboardTally tally) {
        List<WrongView> wrong = new ArrayList<>();
        List<String> committee = dkg.committee();
        boolean keysExist = review.judgement().keys() != null && !review.judgement().isFailed();
        for (SubmissionGroup group : dkg.groups()) {
            Agreement agreement = review.agreementOf(group);
            if (agreement == Agreement.DIFFERS || (agreement == Agreement.EMPTY && keysExist)) {
                WrongView.Kind kind =
                        group.empty() ? WrongView.Kind.NO_KEYS : WrongView.Kind.OTHER_KEYS;
                BeaconKeys.Difference difference =
                        group.empty() ? null : review.difference(group).orElse(null);
                group.submitters()
                        .forEach(
                                node ->
                                        wrong.add(
                                                new WrongView(
                                                        committee.indexOf(node),
                                                        node,
                                                        kind,
                                                        difference)));
            }
        }
        for (SenderTally sender : tally.senders().values()) {
            int index = committee.indexOf(sender.nodeId());
            boolean known = wrong.stream().anyMatch(view -> view.index() == index);
            if (index >= 0 && !known && sender.flags().contains(Flag.WRONG_INSTANCE)) {
                wrong.add(
                        new WrongView(index, sender.nodeId(), WrongView.Kind.OTHER_INSTANCE, null));
            }
        }
        wrong.sort(Comparator.comparingInt(WrongView::index));
        return wrong;
    }
}
