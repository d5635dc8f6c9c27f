package io.epochdesk.registration.view;

import io.epochdesk.registration.Ending;
import io.epochdesk.registration.FlowRecord.Result;
import io.epochdesk.registration.Preflight;
import io.epochdesk.registration.Proof;
import io.epochdesk.registration.Review;
import io.epochdesk.registration.Step;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Which page is shown: another one is made when any of this changes.
 *
 * @param step the step
 * @param preflight the checks on it, or null
 * @param review what is to be signed, or null
 * @param proof what the chain shows, or null
 * @param ended how the transaction ended, where it did not succeed; else null
 * @param results what came of the flow so far
 */
record FlowPageKey(
        Step step,
        @Nullable Preflight preflight,
        @Nullable Review review,
        @Nullable Proof proof,
        @Nullable Ending ended,
        Map<Result, String> results) {

    FlowPageKey {
        results = Map.copyOf(results);
    }
}
