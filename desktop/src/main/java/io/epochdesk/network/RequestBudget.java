package io.epochdesk.network;

/**
 * How much of an access node's limits the console may use.
 *
 * <p>Public mainnet hosts allow each client IP 5 scripts, 30 event queries, 50 sends and 100 other
 * calls a second (onflow/docs, access node rate limits).
 */
public enum RequestBudget {
    /**
     * A public host: 2 % of its limits in the auction and after commit, 10 % while setup is open.
     */
    PUBLIC,
    /** The operator's own node or one on this machine: no limit. */
    UNLIMITED
}
