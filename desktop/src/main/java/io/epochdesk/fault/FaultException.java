package io.epochdesk.fault;

/**
 * Carries a {@link Fault} up to whoever can show it; the fault is what matters, the stack trace is
 * for the log.
 */
public final class FaultException extends RuntimeException {

    private final transient Fault fault;

    public FaultException(Fault fault) {
        super(message(fault));
        this.fault = fault;
    }

    public FaultException(Fault fault, Throwable cause) {
        super(message(fault), cause);
        this.fault = fault;
    }

    /** What went wrong. */
    public Fault fault() {
        return fault;
    }

    private static String message(Fault fault) {
        return fault.code()
                + " "
                + fault.facts()
                + (fault.detail().isEmpty() ? "" : ": " + fault.detail());
    }
}
