package io.epochdesk.registration.view;

import io.epochdesk.history.Activity;
import io.epochdesk.ui.Tone;

/**
 * A line of the activity log.
 *
 * @param number its number
 * @param activity what was done
 * @param what in words
 * @param outcome how it ended, in words
 * @param tone how it ended, as a colour
 */
record ActivityRow(long number, Activity activity, String what, String outcome, Tone tone) {

    /** The transaction; empty before it was sent. */
    String transaction() {
        String id = activity.transactionId();
        return id == null ? "" : id;
    }
}
