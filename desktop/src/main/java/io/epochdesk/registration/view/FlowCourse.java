package io.epochdesk.registration.view;

import io.epochdesk.registration.Check;
import io.epochdesk.registration.DryRunOutcome;
import io.epochdesk.registration.Ending;
import io.epochdesk.registration.Finding;
import io.epochdesk.registration.FlowState;
import io.epochdesk.registration.Preflight;
import io.epochdesk.registration.Review;
import io.epochdesk.registration.Sending;
import io.epochdesk.registration.Step;
import io.epochdesk.ui.wizard.WizardActs;
import io.epochdesk.ui.wizard.WizardStep;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How far a flow is, and where it can go from there.
 *
 * @param state the flow as it stands
 * @param ended how the transaction ended, where it did not succeed; else null
 * @param accepted the risks agreed to
 */
record FlowCourse(FlowState state, @Nullable Ending ended, Set<Check> accepted) {

    FlowCourse {
        accepted = Set.copyOf(accepted);
    }

    private Step now() {
        return state.record().step();
    }

    private List<Step> path() {
        return state.record().kind().steps();
    }

    /** The steps as they stand. */
    List<WizardStep> steps(FlowTexts words) {
        List<WizardStep> steps = new ArrayList<>();
        for (Step step : path()) {
            int order = step.compareTo(now());
            WizardStep.State how =
                    order < 0
                            ? WizardStep.State.DONE
                            : order > 0
                                    ? WizardStep.State.AHEAD
                                    : isStopped() ? WizardStep.State.STOPPED : WizardStep.State.NOW;
            boolean open = order < 0 && canReturn() && step.transaction() == now().transaction();
            steps.add(new WizardStep(words.flows().name(step), how, open));
        }
        return steps;
    }

    private boolean isStopped() {
        Preflight preflight = state.preflight();
        return ended != null || (preflight != null && !preflight.unfit().isEmpty());
    }

    /** Whether one may go back at all: not when anything may have been sent. */
    private boolean canReturn() {
        return switch (now()) {
            case VALUES, PREFLIGHT, REVIEW, SIGN ->
                    state.record().sendings().stream().noneMatch(Sending::isUndecided);
            case SIGN_REVOKING -> true;
            case PURPOSE, TRACK, FILE, IN_USE, REVIEW_REVOKING, TRACK_REVOKING, PROOF -> false;
        };
    }

    /** The step before this one, or null where one cannot go back to it. */
    @Nullable Step before() {
        int at = path().indexOf(now());
        return canReturn() && at > 0 ? path().get(at - 1) : null;
    }

    /** The step at a place of the path, or null where one cannot go back to it. */
    @Nullable Step earlier(int place) {
        Step to = path().get(place);
        return canReturn() && to.compareTo(now()) < 0 ? to : null;
    }

    /** The buttons of the page. */
    WizardActs acts(FlowTexts words) {
        String key =
                switch (now()) {
                    case PURPOSE -> "begin";
                    case VALUES -> "check";
                    case PREFLIGHT -> mustCheckAgain() ? "checkAgain" : "review";
                    case REVIEW, REVIEW_REVOKING -> reviewAct();
                    case IN_USE -> "look";
                    case PROOF -> "finish";
                    case SIGN, TRACK, FILE, SIGN_REVOKING, TRACK_REVOKING -> "";
                };
        return new WizardActs(
                key.isEmpty() ? "" : words.words().say("flows.act." + key), isReady(), canReturn());
    }

    private String reviewAct() {
        if (stops()) {
            return "checkAgain";
        }
        return state.review() == null ? "review" : "sign";
    }

    /** Whether the checks as they are lead no further. */
    boolean stops() {
        Preflight preflight = state.preflight();
        return preflight == null || !preflight.unfit().isEmpty();
    }

    /** Whether the page of the checks leads to checking again, not on. */
    boolean mustCheckAgain() {
        return ended != null || stops();
    }

    private boolean isReady() {
        Review review = state.review();
        return switch (now()) {
            case PREFLIGHT -> mustCheckAgain() || agreed();
            case REVIEW, REVIEW_REVOKING ->
                    stops()
                            || (agreed()
                                    && (review == null
                                            || review.dryRun().kind()
                                                    != DryRunOutcome.Kind.REFUSED));
            default -> true;
        };
    }

    private boolean agreed() {
        Preflight preflight = state.preflight();
        return preflight != null
                && preflight.atRisk().stream().map(Finding::check).allMatch(accepted::contains);
    }
}
