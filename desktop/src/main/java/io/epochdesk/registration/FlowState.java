package io.epochdesk.registration;

import org.jspecify.annotations.Nullable;

/**
 * Where a flow stands, for whoever shows it.
 *
 * @param record what is kept of it
 * @param preflight the newest checks with the present values; null before they were made
 * @param review what will be signed; null before it was made
 * @param tracking how far the transaction is; null before it was handed in
 * @param proof what is on the chain now; null before it was looked at
 */
public record FlowState(
        FlowRecord record,
        @Nullable Preflight preflight,
        @Nullable Review review,
        @Nullable Tracking tracking,
        @Nullable Proof proof) {

    FlowState with(FlowRecord other) {
        return new FlowState(other, preflight, review, tracking, proof);
    }

    /** With other values, nothing found or made with the old ones counts. */
    FlowState afresh(FlowRecord other) {
        return new FlowState(other, null, null, tracking, null);
    }

    FlowState checked(Preflight found) {
        return new FlowState(record, found, review, tracking, proof);
    }

    FlowState reviewed(Review made) {
        return new FlowState(record, preflight, made, tracking, proof);
    }

    FlowState following(@Nullable Tracking followed) {
        return new FlowState(record, preflight, review, followed, proof);
    }

    FlowState proving(Proof seen) {
        return new FlowState(record, preflight, review, tracking, seen);
    }
}
