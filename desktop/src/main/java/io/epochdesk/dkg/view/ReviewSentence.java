package io.epochdesk.dkg.view;

import io.epochdesk.bls.BeaconKeys;
import io.epochdesk.bls.DealerJudgement;
import io.epochdesk.bls.DealerJudgement.Standing;
import io.epochdesk.bls.Disqualification;
import io.epochdesk.bls.Judgement;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.SubmissionGroup;
import io.epochdesk.text.Formats;
import io.epochdesk.text.Words;

import java.util.ArrayList;
import java.util.List;

/** What the console's own review of the board says, in a few sentences. */
final class ReviewSentence {

    /** Dealers named one by one; of more only the number is told. */
    private static final int NAMED = 2;

    private final Words words;

    ReviewSentence(Words words) {
        this.words = words;
    }

    /** The sentences; empty while there is no DKG to review. */
    String of(DkgCondition condition, BoardSnapshot snapshot) {
        boolean going =
                condition == DkgCondition.RUNNING
                        || condition == DkgCondition.STUCK
                        || condition == DkgCondition.COMPLETE;
        if (!going) {
            return "";
        }
        return snapshot.shownReview()
                .map(review -> review(review, snapshot))
                .orElseGet(() -> words.say("dkg.review.none"));
    }

    private String review(DkgReview review, BoardSnapshot snapshot) {
        Judgement judgement = review.judgement();
        List<String> said = new ArrayList<>();
        said.add(
                words.say(
                        "dkg.review.dealers",
                        "good",
                        judgement.count(Standing.QUALIFIED),
                        "nodes",
                        judgement.dealers().size()));
        out(judgement, said);
        int accused = judgement.count(Standing.ACCUSED);
        if (accused > 0) {
            said.add(words.count("dkg.review.accused", accused));
        }
        result(review, snapshot, said);
        if (!judgement.warnings().isEmpty()) {
            said.add(words.count("dkg.review.ignored", judgement.warnings().size()));
        }
        if (!review.signaturesChecked()) {
            said.add(words.say("dkg.review.unsigned"));
        }
        return String.join(" ", said);
    }

    private void out(Judgement judgement, List<String> said) {
        List<DealerJudgement> out =
                judgement.dealers().stream()
                        .filter(dealer -> dealer.standing() == Standing.DISQUALIFIED)
                        .toList();
        if (out.size() > NAMED) {
            said.add(words.count("dkg.review.out", out.size()));
            return;
        }
        for (DealerJudgement dealer : out) {
            Disqualification why = dealer.disqualification();
            if (why != null) {
                said.add(
                        words.say(
                                "dkg.review.outWhy",
                                "dealer",
                                dealer.dealer(),
                                "reason",
                                words.name("dkg.reason", why.reason(), "node", why.complainer())));
            }
        }
    }

    private void result(DkgReview review, BoardSnapshot snapshot, List<String> said) {
        if (review.judgement().isFailed()) {
            said.add(words.say("dkg.review.failed"));
            return;
        }
        List<SubmissionGroup> groups =
                snapshot.dkg().value().map(dkg -> dkg.groups()).orElse(List.of());
        BeaconKeys keys = review.judgement().keys();
        if (keys == null) {
            return;
        }
        int agreeing =
                groups.stream()
                        .filter(group -> review.agreementOf(group) == DkgReview.Agreement.AGREES)
                        .mapToInt(SubmissionGroup::count)
                        .sum();
        int wrong = review.wrong(groups).size();
        String key = Formats.shortId(keys.groupKey());
        if (agreeing + wrong == 0) {
            said.add(words.say("dkg.review.key", "key", key));
        } else {
            said.add(words.count("dkg.review.agree", agreeing, "key", key));
            if (wrong > 0) {
                said.add(words.count("dkg.review.wrong", wrong));
            }
        }
    }
}
