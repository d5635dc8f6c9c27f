package io.epochdesk.doctor;

import java.util.Collection;

/** What all findings of a node come to. */
public enum Verdict {
    /** Everything needed was looked at and found right. */
    FIT,
    /** It can do its duty, but something stands against its doing so for long. */
    AT_RISK,
    /** It cannot do its duty in the next setup. */
    UNFIT,
    /** Nothing wrong was found, but not everything needed could be looked at. */
    UNKNOWN;

    /**
     * The verdict of these findings: a fault is a fault whatever else is not known, and what is not
     * known outweighs a mere risk.
     */
    public static Verdict of(Collection<Finding> findings) {
        Severity gravest =
                findings.stream()
                        .map(Finding::severity)
                        .min(Severity::compareTo)
                        .orElse(Severity.NOTE);
        return switch (gravest) {
            case FAULT -> UNFIT;
            case UNKNOWN -> UNKNOWN;
            case RISK -> AT_RISK;
            case NOTE -> FIT;
        };
    }
}
