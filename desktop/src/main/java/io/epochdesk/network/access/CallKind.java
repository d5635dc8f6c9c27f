package io.epochdesk.network.access;

/**
 * Kinds of calls as public hosts limit them, per client IP and second (onflow/docs, access node
 * rate limits).
 */
enum CallKind {
    SCRIPT(5),
    EVENTS(30),
    SEND(50),
    OTHER(100);

    private final int publicLimit;

    CallKind(int publicLimit) {
        this.publicLimit = publicLimit;
    }

    /** Calls a second that a public host allows. */
    int publicLimit() {
        return publicLimit;
    }
}
