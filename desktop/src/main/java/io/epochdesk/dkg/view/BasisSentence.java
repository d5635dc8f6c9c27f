package io.epochdesk.dkg.view;

import io.epochdesk.bls.DkgInstance;
import io.epochdesk.board.BoardSnapshot;
import io.epochdesk.dkg.BoardReviewer;
import io.epochdesk.dkg.DkgReview;
import io.epochdesk.dkg.Whiteboard;
import io.epochdesk.text.Words;

/** Says what the page's judgement rests on, or why there is none. */
final class BasisSentence {

    private final Words words;

    BasisSentence(Words words) {
        this.words = words;
    }

    /** The sentence; empty while there is no DKG. */
    String of(DkgCondition condition, BoardSnapshot snapshot, Forecast submissions) {
        String judged = judged(condition, snapshot, submissions);
        if (judged.isEmpty()) {
            return "";
        }
        boolean unwatched =
                condition == DkgCondition.LAST_EPOCH && snapshot.shownReview().isEmpty();
        String all = judged + " " + order(snapshot);
        return unwatched
                ? all
                        + " "
                        + words.say(
                                "dkg.basis.verify", "epoch", DkgHeadline.preparedEpoch(snapshot))
                : all;
    }

    private String judged(DkgCondition condition, BoardSnapshot snapshot, Forecast submissions) {
        return switch (condition) {
            case WAITING, UNREADABLE, NONE -> "";
            case LAST_EPOCH ->
                    snapshot.shownReview()
                            .map(review -> reviewed(review, snapshot))
                            .orElseGet(() -> unwatched(submissions));
            case RUNNING, STUCK, COMPLETE ->
                    snapshot.shownReview()
                            .map(review -> reviewed(review, snapshot))
                            .orElseGet(
                                    () ->
                                            contract(condition, submissions)
                                                    + " "
                                                    + missing(snapshot));
        };
    }

    private String reviewed(DkgReview review, BoardSnapshot snapshot) {
        String judged =
                words.say(
                        "dkg.basis.judged",
                        "height",
                        snapshot.shownBoard().map(Whiteboard::completeTo).orElse(-1L));
        return review.signaturesChecked() ? judged : judged + " " + words.say("dkg.basis.unsigned");
    }

    private String unwatched(Forecast submissions) {
        return words.say(
                "dkg.basis.last", "needed", submissions.needed(), "leading", submissions.leading());
    }

    /** What follows from the submissions alone, by the contract's rule. */
    private String contract(DkgCondition condition, Forecast submissions) {
        String key =
                switch (condition) {
                    case STUCK -> "dkg.basis.stuck";
                    case COMPLETE -> "dkg.basis.complete";
                    default -> "dkg.basis.running";
                };
        return words.say(
                key,
                "needed",
                submissions.needed(),
                "submitted",
                submissions.submitted(),
                "committee",
                submissions.committee(),
                "leading",
                submissions.leading(),
                "reachable",
                submissions.leading() + submissions.open());
    }

    private String missing(BoardSnapshot snapshot) {
        int nodes = snapshot.dkg().value().map(dkg -> dkg.committee().size()).orElse(0);
        if (nodes < DkgInstance.MIN_SIZE || nodes > DkgInstance.MAX_SIZE) {
            return words.say("dkg.basis.size", "nodes", nodes);
        }
        int messages = snapshot.whiteboard().value().map(board -> board.entries().size()).orElse(0);
        if (messages > BoardReviewer.MAX_MESSAGES) {
            return words.say("dkg.basis.tooMany", "most", BoardReviewer.MAX_MESSAGES);
        }
        return words.say(snapshot.reviewPending() ? "dkg.basis.pending" : "dkg.basis.none");
    }

    /** The order of the committee and how it was found. */
    private String order(BoardSnapshot snapshot) {
        return snapshot.dkg().value().map(dkg -> words.name("dkg.order", dkg.order())).orElse("");
    }
}
