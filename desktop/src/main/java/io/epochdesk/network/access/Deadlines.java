package io.epochdesk.network.access;

import java.time.Duration;

/**
 * How long one call may take, by what it asks for. Streams have no deadline.
 *
 * @param cheap calls a healthy node answers at once: ping, chain, version, headers, transaction
 *     status; a frozen node is found by this one
 * @param script running a script, or reading an account
 * @param events reading a range of events
 * @param send handing in a transaction
 */
record Deadlines(Duration cheap, Duration script, Duration events, Duration send) {

    /** 3 s, 15 s, 20 s and 10 s. */
    static final Deadlines USUAL =
            new Deadlines(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(10));

    /** All calls within this time; for tests and probes. */
    static Deadlines all(Duration each) {
        return new Deadlines(each, each, each, each);
    }

    /** The deadline of a call by its bare method name, such as {@code GetLatestBlockHeader}. */
    Duration of(String method) {
        return switch (method) {
            case "ExecuteScriptAtLatestBlock",
                    "ExecuteScriptAtBlockHeight",
                    "ExecuteScriptAtBlockID",
                    "GetAccountAtLatestBlock",
                    "GetAccountAtBlockHeight",
                    "GetAccountKeyAtLatestBlock" ->
                    script;
            case "GetEventsForHeightRange", "GetEventsForBlockIDs" -> events;
            case "SendTransaction" -> send;
            default -> cheap;
        };
    }
}
