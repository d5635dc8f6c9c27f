package io.epochdesk.doctor;

/** How much a finding matters, the gravest first. */
public enum Severity {
    /** The node cannot do its duty: it is unfit. */
    FAULT,
    /** Something needed for a verdict is not known: the node is not called fit. */
    UNKNOWN,
    /** The node can do its duty today; something stands against its doing so tomorrow. */
    RISK,
    /** Worth knowing, and no reason to doubt the node. */
    NOTE
}
