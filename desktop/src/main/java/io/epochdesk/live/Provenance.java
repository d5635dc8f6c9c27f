package io.epochdesk.live;

import java.time.Instant;

/**
 * Where a figure came from.
 *
 * @param source the access node that answered, as named in the profile
 * @param height the sealed block height the answer speaks of
 * @param blockTime the timestamp of that block, as the chain has it
 * @param readAt when the answer arrived here, by this machine's clock
 */
public record Provenance(String source, long height, Instant blockTime, Instant readAt) {}
