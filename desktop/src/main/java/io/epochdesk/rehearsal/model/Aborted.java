package io.epochdesk.rehearsal.model;

/**
 * A program that the chain ended: nothing of what it changed remains. It carries the chain's own
 * words and Flow's numeric code.
 */
public final class Aborted extends Exception {

    private static final long serialVersionUID = 1L;

    /** Cadence runtime error. */
    public static final int RUNTIME = 1101;

    /** An account uses more storage than its balance reserves. */
    public static final int STORAGE_CAPACITY = 1103;

    /** The payer cannot pay the most the transaction may cost. */
    public static final int PAYER_BALANCE = 1118;

    /** Events of one transaction are too large together. */
    public static final int EVENT_LIMIT = 1105;

    /** Something that the environment, such as that of scripts, does not do. */
    public static final int NOT_SUPPORTED = 1057;

    /** There is no such account. */
    public static final int NO_ACCOUNT = 1201;

    /** A value that Flow's environment does not take, such as a key of an unsupported algorithm. */
    public static final int VALUE = 1051;

    private final int code;
    private final String core;

    private Aborted(int code, String core) {
        super("[Error Code: " + code + "] " + core, null, false, false);
        this.code = code;
        this.core = core;
    }

    /** An error of the Cadence runtime, such as {@code underflow}. */
    public static Aborted runtime(String words) {
        return new Aborted(RUNTIME, "error: " + words);
    }

    /** A {@code panic} of a contract or transaction. */
    public static Aborted panic(String words) {
        return runtime("panic: " + words);
    }

    /** A condition before a function that does not hold. */
    public static Aborted precondition(String words) {
        return runtime("pre-condition failed: " + words);
    }

    /** An {@code assert} that does not hold. */
    public static Aborted assertion(String words) {
        return runtime("assertion failed: " + words);
    }

    /** A {@code nil} where a value is forced. */
    public static Aborted nil() {
        return runtime("unexpectedly found nil while forcing an Optional value");
    }

    /** An error outside Cadence, with its own code. */
    public static Aborted of(int code, String words) {
        return new Aborted(code, words);
    }

    /**
     * An error that the environment raised inside a program: told as Cadence's, coded as Flow's.
     */
    public static Aborted environment(int code, String words) {
        return new Aborted(code, "error: " + words);
    }

    /** Flow's code, such as 1101. */
    public int code() {
        return code;
    }

    /** The line that says what is wrong, such as {@code error: pre-condition failed: …}. */
    public String core() {
        return core;
    }

    /**
     * The whole text of a transaction's result, as an access node gives it; without the excerpts of
     * source text that a real chain adds.
     */
    public String transactionText() {
        return "[Error Code: " + code + "] error caused by: 1 error occurred:\n\t* " + wrapped();
    }

    /** The whole text of a script's refusal, as an access node gives it. */
    public String scriptText() {
        return "[Error Code: "
                + code
                + "] error caused by: 1 error occurred:\n\t* "
                + "[Error Code: 1101] cadence runtime error: Execution failed:\n"
                + core
                + "\n\n";
    }

    private String wrapped() {
        return core.startsWith("error: ")
                ? "transaction execute failed: [Error Code: 1101] cadence runtime error: Execution"
                        + " failed:\n"
                        + core
                        + "\n\n"
                : core + "\n\n";
    }
}
