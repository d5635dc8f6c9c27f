package io.epochdesk.fleet;

/** How something stands that was a need before and is none any more. */
public enum NeedOutcome {
    /** All is well. */
    WELL,
    /** Its time is over. */
    OVER,
    /** It is another need now, or nobody's any more: not worth a word. */
    SILENT,
    /** Too little is known to say. */
    UNKNOWN
}
