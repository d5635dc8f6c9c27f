package io.epochdesk.registration;

import io.epochdesk.live.Provenance;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * All checks of a flow.
 *
 * @param findings in the order of the checks
 * @param provenance node, height and time of what was read
 */
public record Preflight(List<Finding> findings, Provenance provenance) {

    public Preflight {
        findings = List.copyOf(findings);
    }

    /** The worst of the findings' verdicts. */
    public Verdict verdict() {
        return findings.stream()
                .map(Finding::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.FIT);
    }

    /** Those that stop the flow. */
    public List<Finding> unfit() {
        return of(Verdict.UNFIT);
    }

    /** Those that the operator has to agree to. */
    public List<Finding> atRisk() {
        return of(Verdict.AT_RISK);
    }

    /**
     * Whether the flow may go on.
     *
     * @param accepted the risks the operator agreed to
     */
    public boolean letsPass(Set<Check> accepted) {
        return unfit().isEmpty()
                && atRisk().stream().allMatch(finding -> accepted.contains(finding.check()));
    }

    private List<Finding> of(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
    }
}
