package io.epochdesk.bls;

import io.epochdesk.bls.DealerJudgement.Standing;
import io.epochdesk.bls.Disqualification.Reason;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is on the board about one dealer, taken in by the rules of onflow/crypto's {@code
 * feldmanVSSQualState}, from the view of a node that is neither the dealer nor in doubt of its
 * share. Methods return the warning they end in, or null.
 */
final class DealerCase {

    private final int dealer;
    private final DkgInstance instance;
    private final Map<Integer, Open> complaints = new LinkedHashMap<>();
    private int vectorAt = -1;
    private boolean vectorCame;
    private @Nullable VerificationVector vector;
    private @Nullable Disqualification disqualification;

    DealerCase(int dealer, DkgInstance instance) {
        this.dealer = dealer;
        this.instance = instance;
    }

    boolean isOut() {
        return disqualification != null;
    }

    /** The vector that counts, if there is one. */
    @Nullable VerificationVector contribution() {
        return isOut() || complaints.size() > instance.threshold() ? null : vector;
    }

    void disqualify(Reason reason, int evidence) {
        disqualification = Disqualification.of(reason, evidence);
    }

    BoardWarning.@Nullable Kind vector(CheckedPost post, DkgPhase phase) {
        if (phase != DkgPhase.VECTORS) {
            return BoardWarning.Kind.LATE;
        }
        if (vectorCame) {
            return BoardWarning.Kind.REPEATED;
        }
        vectorCame = true;
        vectorAt = post.position();
        BadEncodingException.Reason bad = post.badVector();
        if (bad != null) {
            disqualify(
                    bad == BadEncodingException.Reason.WRONG_LENGTH
                            ? Reason.VECTOR_SIZE
                            : Reason.VECTOR_POINT,
                    post.position());
            return null;
        }
        vector = post.vector();
        // complaints and answers may have come first
        for (Map.Entry<Integer, Open> entry : complaints.entrySet()) {
            judge(entry.getKey(), entry.getValue());
            if (isOut()) {
                break;
            }
        }
        return null;
    }

    BoardWarning.@Nullable Kind complaint(int complainer, CheckedPost post) {
        Open open = complaints.computeIfAbsent(complainer, _ -> new Open());
        if (open.complaintAt >= 0) {
            return BoardWarning.Kind.REPEATED;
        }
        open.complaintAt = post.position();
        judge(complainer, open);
        return null;
    }

    BoardWarning.@Nullable Kind answer(CheckedPost post) {
        if (post.size() != 2 + BlsSecretKey.SIZE) {
            disqualify(Reason.ANSWER_SIZE, post.position());
            return null;
        }
        int complainer = post.at(1);
        if (!instance.hasIndex(complainer)) {
            disqualify(Reason.ANSWER_INDEX, post.position());
            return null;
        }
        Open open = complaints.computeIfAbsent(complainer, _ -> new Open());
        if (open.answerAt >= 0) {
            return BoardWarning.Kind.REPEATED;
        }
        open.answerAt = post.position();
        try (BlsSecretKey share = BlsSecretKey.decode(post.share())) {
            open.publicShare = share.publicPoint();
        } catch (BadEncodingException _) {
            disqualification =
                    new Disqualification(Reason.ANSWER_SCALAR, post.position(), complainer);
            return null;
        }
        judge(complainer, open);
        return null;
    }

    private void judge(int complainer, Open open) {
        VerificationVector known = vector;
        long[] share = open.publicShare;
        if (known != null
                && share != null
                && open.complaintAt >= 0
                && !known.fits(share, complainer)) {
            disqualification = new Disqualification(Reason.ANSWER_WRONG, open.answerAt, complainer);
        }
    }

    /** Takes what the end of a phase decides. */
    void endPhase(DkgPhase ended) {
        if (isOut()) {
            return;
        }
        switch (ended) {
            case VECTORS -> {
                if (!vectorCame) {
                    disqualify(Reason.NO_VECTOR, -1);
                }
            }
            case COMPLAINTS -> {
                if (complaints.size() > instance.threshold()) {
                    disqualification = tooManyComplaints();
                }
            }
            case ANSWERS ->
                    complaints.forEach(
                            (complainer, open) -> {
                                if (!isOut() && open.complaintAt >= 0 && open.answerAt < 0) {
                                    disqualification =
                                            new Disqualification(
                                                    Reason.UNANSWERED,
                                                    open.complaintAt,
                                                    complainer);
                                }
                            });
            case ENDED -> {}
        }
    }

    private Disqualification tooManyComplaints() {
        Open last = List.copyOf(complaints.values()).get(instance.threshold());
        int evidence = last.complaintAt >= 0 ? last.complaintAt : last.answerAt;
        return Disqualification.of(Reason.TOO_MANY_COMPLAINTS, evidence);
    }

    DealerJudgement judgement() {
        List<Complaint> listed = new ArrayList<>();
        complaints.forEach(
                (complainer, open) ->
                        listed.add(new Complaint(complainer, open.complaintAt, open.answerAt)));
        Disqualification out = disqualification;
        if (out == null && complaints.size() > instance.threshold()) {
            // no complaint can be taken back: what the end of the phase will say is known
            out = tooManyComplaints();
        }
        Standing standing;
        if (out != null) {
            standing = Standing.DISQUALIFIED;
        } else if (!vectorCame) {
            standing = Standing.AWAITED;
        } else if (listed.stream().anyMatch(Complaint::isOpen)) {
            standing = Standing.ACCUSED;
        } else {
            standing = Standing.QUALIFIED;
        }
        return new DealerJudgement(dealer, standing, vectorAt, listed, out);
    }

    /** A complaint, its answer, or both. */
    private static final class Open {
        private int complaintAt = -1;
        private int answerAt = -1;
        private long @Nullable [] publicShare;
    }
}
