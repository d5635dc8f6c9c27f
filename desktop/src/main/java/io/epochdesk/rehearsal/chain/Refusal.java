package io.epochdesk.rehearsal.chain;

/** The chain's no to a question or a transaction, in the words of a real node. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What kind of no it is; a server gives each its status. */
    public enum Kind {
        /** The request itself is wrong, or the script failed. */
        INVALID_ARGUMENT,
        /** No such block, transaction, collection or account. */
        NOT_FOUND,
        /** A height this chain does not have, or has no state of any more. */
        OUT_OF_RANGE,
        /** The chain gives nothing of this kind. */
        UNAVAILABLE
    }

    /**
     * A refusal.
     *
     * @param words what a real node says
     */
    public Refusal(Kind kind, String words) {
        super(words);
        this.kind = kind;
    }

    /** What kind of no it is. */
    public Kind kind() {
        return kind;
    }

    /** What a real node says. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
