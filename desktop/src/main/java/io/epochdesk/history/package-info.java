/**
 * What the console saw and did, kept in one SQLite file a network identity: own nodes, balances and
 * key uses over time, when a vote, message or submission was first seen, the activity log, drafts
 * of guided flows and what was notified.
 *
 * <p>No secret is ever kept here: whoever writes a draft or an activity leaves keys and passwords
 * out. It knows no network and draws nothing. A {@link io.epochdesk.history.HistoryStore} may be
 * used by any thread; its calls read or write a disk, so none belongs on the FX thread. The window
 * and headless commands share one file at the same time.
 */
@NullMarked
package io.epochdesk.history;

import org.jspecify.annotations.NullMarked;
