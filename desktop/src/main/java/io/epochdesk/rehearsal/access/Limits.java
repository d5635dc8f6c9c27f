package io.epochdesk.rehearsal.access;

import org.jspecify.annotations.Nullable;

/**
 * What an access server lets clients do.
 *
 * @param requestBytes the largest request
 * @param eventRange how many heights, or block IDs, one question for events may span
 * @param streams how many streams may be open at a time
 * @param rates how many requests a client may make, or null for any number
 */
public record Limits(int requestBytes, int eventRange, int streams, @Nullable Rates rates) {

    /** Those of a real access node: 4 MiB, 250 heights, 1,000 streams; no rate limits. */
    public static final Limits USUAL = new Limits(4 << 20, 250, 1_000, null);

    /** The same with the rates of the public mainnet hosts. */
    public static final Limits PUBLIC = new Limits(4 << 20, 250, 1_000, new Rates(5, 30, 50, 100));

    /**
     * Requests a second of one client address.
     *
     * @param scripts {@code ExecuteScript…}
     * @param events {@code GetEvents…}
     * @param sending {@code SendTransaction}
     * @param others each other call by itself
     */
    public record Rates(int scripts, int events, int sending, int others) {

        int of(String call) {
            if (call.startsWith("ExecuteScript")) {
                return scripts;
            }
            if (call.startsWith("GetEvents")) {
                return events;
            }
            return call.startsWith("Send") ? sending : others;
        }
    }
}
