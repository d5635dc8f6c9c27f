package io.epochdesk.registration;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What a flow would do with some values, and whether the chain would let it.
 *
 * @param kind the flow
 * @param values the values, normalized
 * @param problems what is wrong with their form; nothing was asked of the chain then
 * @param preflight the checks; null when a value has not its form
 * @param review what would be signed; null when a check stops the flow
 */
public record Plan(
        FlowKind kind,
        Values values,
        Map<Field, FieldProblem> problems,
        @Nullable Preflight preflight,
        @Nullable Review review) {

    public Plan {
        problems = Map.copyOf(problems);
    }

    /** The worst of what was found. */
    public Verdict verdict() {
        return preflight == null ? Verdict.UNFIT : preflight.verdict();
    }
}
