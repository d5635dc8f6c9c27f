package io.epochdesk.bls;

import io.epochdesk.bls.Disqualification.Reason;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Judges a run by what is on its board: takes messages in the order of the board, is told when a
 * phase ends, and says at any time how every dealer stands and what keys come of it. For one
 * thread.
 *
 * <p>The rules are those of onflow/crypto's joint Feldman, as every honest node applies them; the
 * board alone decides, so all honest nodes come to the same result. What it costs is {@link
 * BoardPost#check}, which can be done before and elsewhere; a judgement after a further message
 * evaluates one polynomial.
 */
public final class DkgJudge {

    private final DkgInstance instance;
    private final List<DealerCase> cases = new ArrayList<>();
    private final List<BoardWarning> warnings = new ArrayList<>();
    private final List<@Nullable VerificationVector> counted = new ArrayList<>();
    private final JointKeys sums;
    private DkgPhase phase = DkgPhase.VECTORS;
    private @Nullable BeaconKeys keys;
    private boolean keysAreStale;

    public DkgJudge(DkgInstance instance) {
        this.instance = instance;
        this.sums = new JointKeys(instance);
        for (int dealer = 0; dealer < instance.size(); dealer++) {
            cases.add(new DealerCase(dealer, instance));
            counted.add(null);
        }
    }

    /** The phase in which the next message counts. */
    public DkgPhase phase() {
        return phase;
    }

    /** Takes the next message of the board. */
    public void accept(CheckedPost post) {
        BoardWarning.Kind warning = post.ignored();
        if (warning == null) {
            warning = phase == DkgPhase.ENDED ? BoardWarning.Kind.LATE : take(post);
        }
        if (warning != null) {
            warnings.add(new BoardWarning(post.position(), post.sender(), warning));
        }
    }

    private BoardWarning.@Nullable Kind take(CheckedPost post) {
        DealerCase own = cases.get(post.sender());
        return switch (post.at(0)) {
            case DkgData.VERIFICATION_VECTOR ->
                    own.isOut()
                            ? BoardWarning.Kind.AFTER_DISQUALIFICATION
                            : own.vector(post, phase);
            case DkgData.COMPLAINT -> complaint(own, post);
            case DkgData.COMPLAINT_ANSWER ->
                    own.isOut() ? BoardWarning.Kind.AFTER_DISQUALIFICATION : own.answer(post);
            case -1 -> unacceptable(own, Reason.EMPTY_MESSAGE, post);
            default -> unacceptable(own, Reason.MESSAGE_KIND, post);
        };
    }

    private BoardWarning.@Nullable Kind complaint(DealerCase own, CheckedPost post) {
        if (phase == DkgPhase.ANSWERS) {
            return BoardWarning.Kind.LATE;
        }
        if (post.size() != 2) {
            return unacceptable(own, Reason.COMPLAINT_SIZE, post);
        }
        int accused = post.at(1);
        if (!instance.hasIndex(accused)) {
            return unacceptable(own, Reason.COMPLAINT_INDEX, post);
        }
        if (accused == post.sender()) {
            return BoardWarning.Kind.SELF_COMPLAINT;
        }
        DealerCase about = cases.get(accused);
        return about.isOut()
                ? BoardWarning.Kind.AFTER_DISQUALIFICATION
                : about.complaint(post.sender(), post);
    }

    /** A malformed message costs its sender the part of dealer. */
    private static BoardWarning.@Nullable Kind unacceptable(
            DealerCase own, Reason reason, CheckedPost post) {
        if (own.isOut()) {
            return BoardWarning.Kind.AFTER_DISQUALIFICATION;
        }
        own.disqualify(reason, post.position());
        return null;
    }

    /** Ends the phase: all messages up to its final view have been taken. */
    public void endPhase() {
        cases.forEach(dealer -> dealer.endPhase(phase));
        phase = phase.next();
    }

    /** How the run stands. */
    public Judgement judgement() {
        for (int dealer = 0; dealer < cases.size(); dealer++) {
            count(dealer, cases.get(dealer).contribution());
        }
        if (keysAreStale) {
            keys = sums.keys();
            keysAreStale = false;
        }
        return new Judgement(
                instance,
                phase,
                cases.stream().map(DealerCase::judgement).toList(),
                warnings,
                keys);
    }

    private void count(int dealer, @Nullable VerificationVector contribution) {
        VerificationVector before = counted.get(dealer);
        if (Objects.equals(before, contribution)) {
            return;
        }
        if (before != null) {
            sums.remove(before);
        }
        if (contribution != null) {
            sums.add(contribution);
        }
        counted.set(dealer, contribution);
        keysAreStale = true;
    }
}
