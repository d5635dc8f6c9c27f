package io.epochdesk.cli;

/** What every headless command ends with. */
public enum ExitCode {
    /** All is well. */
    FINE(0),
    /** Something needs attention; what, is in the output. */
    ATTENTION(1),
    /** Unfit for the purpose, or what was to be done failed. */
    FAILED(2),
    /** The chain could not be read, or not all of it. */
    COULD_NOT_READ(3),
    /** The command line cannot be used. */
    USAGE(64),
    /** A defect of the console. */
    INTERNAL(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }
}
