package io.epochdesk.history;

import java.time.Instant;

/**
 * A guided flow that was begun and not ended.
 *
 * @param id chosen by the flow, unique
 * @param flow which flow, a stable name in capitals such as {@code REGISTER_NODE}
 * @param state what the flow knows, as JSON; never a secret
 * @param updated when it was last kept
 */
public record Draft(String id, String flow, String state, Instant updated) {}
